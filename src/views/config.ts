/**
 * The settings in force.
 */
import { shellWord } from '../core/shell-words.ts';
import { heading, muted, paragraph, type Report, row, strong, table } from '../report/report.ts';
import type { Data } from '../schema/output.ts';
import { recordsOf } from './records.ts';

export type SettingInForce = Data<'config'>['settings'][number];

/** Something in the file that is no setting. */
export interface UnknownSetting {
  readonly name: string;
  /** What may be meant. */
  readonly hint: string;
}

export function configView(
  file: string | undefined,
  settings: readonly SettingInForce[],
  unknown: readonly UnknownSetting[],
): Report<Data<'config'>> {
  const title = 'Current settings and where they come from';
  const order =
    file === undefined
      ? 'No folder for settings: XDG_CONFIG_HOME and HOME are not set.'
      : `Flags come first, then the environment, then ${file}.`;
  return {
    title,
    blocks: [
      heading(1, title),
      table(
        [{ title: 'Setting', short: true }, 'Value', 'From'],
        settings.map(({ name, value, from }) => row(strong(name), shown(value), from)),
      ),
      ...unknown.map(({ name, hint }) =>
        paragraph(`Unknown setting: ${name} (${hint}). Remove it: pmroles config unset ${shellWord(name)}`),
      ),
      paragraph(muted(order)),
    ],
    records: () => recordsOf('name value from', settings),
    data: () => ({ file, settings, unknown: unknown.map(({ name }) => name) }),
  };
}

function shown(value: SettingInForce['value']): string {
  if (value === null) return 'the shipped ladder';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === '' ? 'none' : String(value);
}
