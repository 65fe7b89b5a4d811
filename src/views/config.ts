/**
 * The settings in force.
 */
import { shellWord } from '../core/shell-words.ts';
import { heading, paragraph, type Report, styled } from '../report/report.ts';
import type { Data } from '../schema/output.ts';

/** A setting as the next command would find it. */
export type SettingInForce = Data<'config'>['settings'][number];

/** Something in the file that is no setting. */
export interface UnknownSetting {
  readonly name: string;
  /** What may be meant. */
  readonly hint: string;
}

/** Makes the report of `pmroles config`. */
export function configView(
  file: string | undefined,
  settings: readonly SettingInForce[],
  unknown: readonly UnknownSetting[],
): Report<Data<'config'>> {
  const title = 'Settings in force';
  return {
    title,
    blocks: [
      heading(1, title),
      {
        kind: 'table',
        columns: [{ title: 'Setting', short: true }, { title: 'Value' }, { title: 'From' }],
        rows: settings.map(({ name, value, from }) => [
          [[styled('strong', name)]],
          [[value === null ? 'the shipped ladder' : shown(value)]],
          [[from]],
        ]),
        between: 'nothing',
      },
      ...unknown.map(({ name, hint }) =>
        paragraph(
          `No setting of this version: ${name} (${hint}). To remove it: pmroles config unset ${shellWord(name)}`,
        ),
      ),
      paragraph(
        styled(
          'muted',
          file === undefined
            ? 'There is no folder for settings: neither XDG_CONFIG_HOME nor HOME is set.'
            : `Flags come first, then the environment, then the settings in ${file}.`,
        ),
      ),
    ],
    records: () => ({
      columns: ['name', 'value', 'from'],
      rows: settings.map(({ name, value, from }) => [name, value ?? '', from]),
    }),
    data: (): Data<'config'> => ({ file: file ?? null, settings, unknown: unknown.map(({ name }) => name) }),
  };
}

function shown(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === '' ? 'none' : String(value);
}
