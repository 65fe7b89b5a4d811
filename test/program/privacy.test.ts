/**
 * What somebody writes of themselves is nobody else's: it is in the answers that are asked for, and nowhere else.
 */
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import { readProfile } from '../../src/profile/read.ts';
import { formatDiagnostic } from '../../src/system/load-ladder.ts';
import { ASKED, WORLD } from '../support/every-command.ts';
import { mutate } from '../support/mutate.ts';
import { mulberry32 } from '../support/rng.ts';
import { runs } from '../support/thorough.ts';
import { runIn, shippedLadder, type World } from '../support/fake-runtime.ts';
import { OWN_PROFILE } from '../support/profiles.ts';

const CANARY = 'kanarienvogel';

/** A profile that says it wherever a text of the person's own may stand. */
const MINE = `# ${CANARY}
profile: 1
ladder: { id: product-management, version: 1.0.0 }
on: 2026-11-01
by: ${CANARY}
role: product-manager
aim: head-of-product
skills:
  leadership: { level: partly, evidence: [{ text: "${CANARY}", url: "https://example.org/${CANARY}" }] }
  flexibility: { not-applicable: ${CANARY} }
responsibilities:
  develop-team: { done: partly, evidence: [{ text: "${CANARY}" }] }
plan:
  - { responsibility: develop-team, how: ${CANARY}, done-when: ${CANARY}, by: 2026-10-01 }
`;

const worldWith = (text: string, more: World = {}): World => ({
  ...WORLD,
  ...more,
  files: { ...WORLD.files, [OWN_PROFILE]: text, 'manager.yaml': text },
});

/** The answers that are about the profile; all others know nothing of it. */
const isAboutProfile = (argv: readonly string[]): boolean =>
  ['me', 'fit', 'plan'].includes(argv[0]!) || argv.includes('me') || argv.some((word) => word.startsWith('@'));

describe('a profile', () => {
  it.each(ASKED)('is in no hint, state or file of $argv, and in no answer about anything else', async (asked) => {
    for (const format of [undefined, 'json', 'html'].filter((one) => one !== 'html' || asked.name === 'export')) {
      const [state, saved] = [new Map<string, string>(), new Map<string, string>()];
      const typed = asked.typed ?? [];
      const world = worldWith(MINE, { state, saved, terminal: 80, ...(asked.name === 'explore' && { typed }) });
      const argv = [...asked.argv, ...(format === undefined ? [] : ['--format', format])];
      const { stdout, stderr } = await runIn(argv, world);
      expect(stderr).not.toContain(CANARY);
      if (!isAboutProfile(asked.argv)) expect(stdout).not.toContain(CANARY);
      const kept = [...state, ...[...saved].filter(([path]) => path !== OWN_PROFILE)];
      expect(JSON.stringify(kept)).not.toContain(CANARY);
    }
  });

  it.each([
    'me',
    'compare me cpo',
    'compare me @manager.yaml',
    'path me cpo',
    'show me',
    'compare me cpo --full',
    'fit',
  ])('shows no evidence to %s where that is not asked for', async (line) => {
    const evidence = MINE.replace(`by: ${CANARY}`, 'by: self')
      .replace(`not-applicable: ${CANARY}`, 'not-applicable: None')
      .replace(`how: ${CANARY}, done-when: ${CANARY}`, 'how: Read');
    for (const format of ['text', 'json', 'markdown', 'csv']) {
      const { code, stdout } = await runIn([...line.split(' '), '--format', format], worldWith(evidence));
      expect(code).toBe(0);
      expect(stdout).not.toContain(CANARY);
    }
  });

  it('shows it where it is', async () => {
    for (const line of ['me --evidence', 'compare me cpo --full --evidence', 'me --evidence --json']) {
      expect((await runIn(line.split(' '), worldWith(MINE))).stdout).toContain(CANARY);
    }
  });
});

/** One thing wrong each, at or beside what is private. */
const SPOILED: Readonly<Record<string, string>> = {
  'a colon in a text': MINE.replace(`how: ${CANARY}`, `how: a: ${CANARY}`),
  'a quote that is not closed': MINE.replace(`by: ${CANARY}`, `by: "${CANARY}`),
  'a text on a line of its own': `${MINE}${CANARY}\n`,
  'a text of several lines': MINE.replace(`by: ${CANARY}`, `by: a\n${CANARY} has done it`),
  'a line with a colon': MINE.replace(`by: ${CANARY}`, `by: I led it: ${CANARY}`),
  'a text that starts with @': MINE.replace(`by: ${CANARY}`, `by: @${CANARY}`),
  'a text that starts with %': MINE.replace(`# ${CANARY}`, `%${CANARY}`),
  'a text that starts with *': MINE.replace(`by: ${CANARY}`, `by: *${CANARY}`),
  'a text that starts with !': MINE.replace(`by: ${CANARY}`, `by: !${CANARY} x`),
  'a text that starts with &': MINE.replace(`by: ${CANARY}`, `by: &${CANARY} *${CANARY}`),
  'a text after a list': MINE.replace('evidence: [{', `evidence: [${CANARY} {`),
  'a backslash': MINE.replace(`text: "${CANARY}"`, `text: "\\${CANARY}"`),
  'a text without a comma': MINE.replace('level: partly,', `level: partly ${CANARY}: 1`),
  'a bracket too few': MINE.replace(`"${CANARY}" }] }`, `"${CANARY}"`),
  'a tab': MINE.replace(`by: ${CANARY}`, `by:\n\t${CANARY}: a`),
  'a block with a bad head': MINE.replace(`by: ${CANARY}`, `by: |${CANARY}\n  a`),
  'a comment right after': MINE.replace(`by: ${CANARY}`, `by: "a"#${CANARY}`),
  'a key twice': `${MINE}by: ${CANARY}\n`,
  'a control character': MINE.replace(`by: ${CANARY}`, `by: ${CANARY}\u0001`),
  'a level that is none': MINE.replace('level: partly', `level: ${CANARY}`),
  'an answer that is none': MINE.replace('on: 2026-11-01', 'on: 2026-11-01').replace(
    /flexibility: .*/,
    `flexibility: ${CANARY}`,
  ),
  'a day that is none': MINE.replace('by: 2026-10-01', `by: ${CANARY}`),
  'an address that is none': MINE.replace(`https://example.org/${CANARY}`, CANARY),
  'a list for a text': MINE.replace(`by: ${CANARY}`, `by: [${CANARY}]`),
  'a text for a list': MINE.replace(/\[\{ text: "kanarienvogel" \}\]/, CANARY),
  'a text for a mapping': MINE.replace(/^skills:\n(?: .*\n)+/m, `skills: ${CANARY}\n`),
  'an evidence that is text alone': MINE.replace(/\[\{ text: "kanarienvogel" \}\]/, `[${CANARY} and more]`),
  'a kind that is none': MINE.replace(`how: ${CANARY}`, `kind: ${CANARY}`),
  'a role in words': MINE.replace('role: product-manager', `role: ${CANARY} and Sons`),
  'a version that is none': MINE.replace('version: 1.0.0', `version: [${CANARY}]`),
  'a long text': MINE.replace('on: 2026-11-01', `on: ${`${CANARY} `.repeat(500)}`),
};

describe('a profile that cannot be read', () => {
  it('is not quoted in the error however it is spoiled', () => {
    const catalog = createCatalog(shippedLadder());
    const rng = mulberry32(5);
    let refused = 0;
    for (let index = 0; index < runs(600, 20_000); index++) {
      // No id and no key, which errors may name.
      const text = mutate(MINE.replaceAll(CANARY, 'öäöä üßüß'), rng);
      const { diagnostics } = readProfile(text, 'me.yaml', catalog);
      if (diagnostics.length > 0) refused++;
      const told = diagnostics.map(formatDiagnostic).join('\n');
      expect(told, JSON.stringify(text)).not.toMatch(/[öäüß]/);
    }
    expect(refused).toBeGreaterThan(200);
  });

  it.each(Object.entries(SPOILED))('is not quoted in the error: %s', async (_name, text) => {
    expect(text).not.toBe(MINE);
    for (const line of ['me', 'me set aim cpo', 'compare me cpo', 'fit --json', 'show @manager.yaml']) {
      const { code, stdout, stderr } = await runIn(line.split(' '), worldWith(text));
      expect(code, stdout + stderr).toBe(3);
      expect(stdout + stderr).toContain('cannot be used');
      expect(stdout + stderr).not.toContain(CANARY);
    }
  });
});
