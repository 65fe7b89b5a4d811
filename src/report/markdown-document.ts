/**
 * A whole document as Markdown, with links between its parts and notes at its end, as GitHub and Pandoc (`-f gfm`) read them.
 */
import { printable } from './printable.ts';
import { type MarkdownPlaces, renderBlock } from './markdown.ts';
import { type Block, type Line, paragraph, plain } from './report.ts';

export interface MarkdownText {
  readonly blocks: readonly Block[];
  /** What stands behind a cite; undefined for what is none. */
  readonly cited: (id: string) => Line | undefined;
}

export function renderMarkdownDocument({ blocks, cited }: MarkdownText): string {
  const anchors = anchorsOf(blocks);
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  const notes: string[] = [];
  const at: MarkdownPlaces = {
    link: (to) => anchors.get(to),
    cite(id) {
      const note = cited(id);
      if (!note) return undefined;
      let label = labels.get(id);
      if (label === undefined) {
        // Labels are the same whatever their case.
        for (let count = 1; label === undefined || taken.has(label.toLowerCase()); count++) {
          label = count === 1 ? id : `${id}-${count}`;
        }
        labels.set(id, label);
        taken.add(label.toLowerCase());
        notes.push(`[^${label}]: ${renderBlock(paragraph(...note), at)}`);
      }
      return `[^${label}]`;
    },
  };
  const parts = blocks.map((block) => renderBlock(block, at));
  return `${[...parts, ...notes].join('\n\n')}\n`;
}

/**
 * Where links to headings lead. A heading's anchor is its text in small letters, without punctuation and with hyphens for
 * blanks; where one is taken a number follows.
 */
function anchorsOf(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const used = new Map<string, number>();
  const anchors = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const base = printable(plain(block.line))
      .trim()
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = base;
    for (let count = used.get(base) ?? 0; used.has(anchor);) {
      anchor = `${base}-${++count}`;
      used.set(base, count);
    }
    used.set(anchor, 0);
    if (block.place !== undefined && anchor !== '') anchors.set(block.place, `#${anchor}`);
  }
  return anchors;
}
