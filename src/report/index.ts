/**
 * The output formats. The usual two are part of every command; the others are loaded when they are asked for.
 */
import { toJson } from './json.ts';
import type { Report } from './report.ts';
import { renderText, type TextOptions } from './text.ts';

/** What JSON makes of the data of a report. */
type Answer = (data: object) => Promise<unknown>;

type Renderer = (report: Report, options: TextOptions, answer: Answer) => string | Promise<string>;

const RENDERERS = {
  text: () => renderText,
  json: () => async (report, _options, answer) => toJson(await answer(report.data())),
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  csv: async () => (await import('./csv.ts')).renderCsv,
} satisfies Record<string, () => Renderer | Promise<Renderer>>;

export type Format = keyof typeof RENDERERS;

/** In the order in which help lists them. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

export function formatsOf({ also = {} }: Report): readonly string[] {
  return [...FORMATS, ...Object.keys(also)];
}

export async function renderReport(
  format: string,
  report: Report,
  options: TextOptions,
  answer: Answer,
): Promise<string> {
  const own = report.also?.[format];
  return own ? own() : (await RENDERERS[format as Format]())(report, options, answer);
}
