/**
 * The output formats. The usual two are part of every command; the others are loaded when they are asked for.
 */
import { renderJson } from './json.ts';
import type { Envelope, Report } from './report.ts';
import { renderText, type TextOptions } from './text.ts';

type Renderer = (report: Report, envelope: Envelope, options: TextOptions) => string;

/** What every report can be written as. */
const RENDERERS = {
  text: () => (report, _envelope, options) => renderText(report, options),
  json: () => renderJson,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  csv: async () => (await import('./csv.ts')).renderCsv,
} satisfies Record<string, () => Renderer | Promise<Renderer>>;

export type Format = keyof typeof RENDERERS;

/** In the order in which help lists them. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** What one report can be written as. */
export function formatsOf({ also = {} }: Report): readonly string[] {
  return [...FORMATS, ...Object.keys(also)];
}

/** Renders a report in one of its formats. */
export async function renderReport(
  format: string,
  report: Report,
  envelope: Envelope,
  options: TextOptions,
): Promise<string> {
  const own = report.also?.[format];
  return own ? own() : (await RENDERERS[format as Format]())(report, envelope, options);
}
