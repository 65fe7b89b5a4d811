/**
 * Reads a profile from YAML.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Diagnostic, DiagnosticCode, FilePosition } from '../core/diagnostic.ts';
import type { Profile } from '../core/profile/profile.ts';
import { createFindings, type Place } from '../ladder/diagnostics.ts';
import { parseYaml } from '../ladder/yaml.ts';
import type { Part } from '../schema/shape.ts';
import { checkProfile, discreet } from './check.ts';

/** A profile, unless there is an error among the diagnostics. */
export interface ReadProfile {
  readonly profile?: Profile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a profile.
 *
 * @param text YAML or JSON
 * @param file its name, for the diagnostics
 * @param catalog the ladder that it is to be of
 * @returns the profile, unless there is an error, and everything there is to say about the file
 */
export function readProfile(text: string, file: string, catalog: Catalog): ReadProfile {
  const { value, problems, locate } = parseYaml(text);
  const findings = createFindings((_, path, part) => locate(path, part));
  const add = (
    code: DiagnosticCode,
    place: Place | FilePosition,
    message: string,
    hint?: string,
    part?: Part,
  ): void => {
    findings.add(code, place, discreet(message), { hint: hint === undefined ? undefined : discreet(hint), part });
  };
  for (const { code, message, hint, position } of problems) add(code, { file, position }, message, hint);
  const profile =
    problems.length > 0
      ? undefined
      : checkProfile(value, catalog, (code, path, message, hint, part) => {
          add(code, { file, path }, message, hint, part);
        });
  const diagnostics = findings.list();
  return profile && !findings.failed() ? { profile, diagnostics } : { diagnostics };
}
