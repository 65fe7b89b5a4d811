/**
 * Where the project's own code comes from: what is installed, under which licence, and what of it runs when it is installed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const REGISTRY = 'https://registry.npmjs.org/';
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as { dependencies: Record<string, string> };
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

describe('what is installed', () => {
  it('comes from one registry, and each package is held to its content', () => {
    expect(installed.length).toBeGreaterThan(50);
    for (const [path, { resolved, integrity }] of installed) {
      // Where it says nothing, the registry in use is asked; the content is the same or it is refused.
      expect(resolved ?? REGISTRY, path).toContain(REGISTRY);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('runs nothing when it is installed, but for tools of development that fetch their binary', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    for (const [path, { dev, optional }] of scripted) expect(dev === true || optional === true, path).toBe(true);
  });
});

describe('what a user installs', () => {
  const bundles = readFileSync(new URL('../../scripts/bundles.ts', import.meta.url), 'utf8');

  it('holds the packages that are bundled to one version, so that an audit of what is installed is one of the bundles', () => {
    const [, names = ''] = /^const BUNDLED = \[(.*)\];$/m.exec(bundles) ?? [];
    const bundled = [...names.matchAll(/'([^']+)'/g)].map((match) => match[1]!);
    expect(bundled).toHaveLength(4);
    for (const name of bundled) expect(manifest.dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has every dependency, and none as a tool of development', () => {
    for (const name of Object.keys(manifest.dependencies)) {
      expect(packages[`node_modules/${name}`], name).toBeDefined();
      expect(packages[`node_modules/${name}`]?.dev, name).toBeUndefined();
    }
  });

  it('is little, runs nothing, and is free to use', () => {
    const used = installed.filter(([, { dev, optional }]) => dev !== true && optional !== true);
    // Four for every start, three for ladders and questions, five for CSV, Markdown and workbooks: safer than code of our own.
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(12);
    expect(used.length).toBeLessThanOrEqual(52);
    for (const [path, { license, hasInstallScript }] of used) {
      // Blue Oak, the licence of graceful-fs, which read-excel-file brings, permits as much as MIT.
      expect(license, path).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/);
      expect(hasInstallScript, path).toBeUndefined();
    }
  });
});
