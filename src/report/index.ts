/**
 * The output formats. The usual two are part of every command; the others are loaded when they are asked for.
 */
import { renderJson } from './json.ts';
import type { Envelope, Report } from './report.ts';
import { renderText, type TextOptions } from './text.ts';

/** Renders a report in one format. */
export type Renderer = (report: Report, envelope: Envelope, options: TextOptions) => string;

/** Every format and where it is written. */
const RENDERERS = {
  text: () => Promise.resolve((report, _envelope, options) => renderText(report, options)),
  json: () => Promise.resolve(renderJson),
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  csv: async () => (await import('./csv.ts')).renderCsv,
} satisfies Record<string, () => Promise<Renderer>>;

/** The name of an output format. */
export type Format = keyof typeof RENDERERS;

/** Every format, in the order in which help lists them. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** Loads a format. */
export async function loadRenderer(format: Format): Promise<Renderer> {
  return RENDERERS[format]();
}
