/**
 * What must hold of the file of a page, whatever the ladder.
 */
import { createHash } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'vitest';
import type { PageParts } from '../../src/page/document.ts';
import type { Ladder } from '../../src/core/model.ts';

/** The content of each element of a kind that holds raw text. */
export const contents = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1]!);

/** Reads a page as XML, without what is no markup in it. */
export function parsePage(html: string): ReturnType<DOMParser['parseFromString']> {
  const markup = html.replace('<!doctype html>\n', '').replace(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  // A warning is all that a replacement character is worth.
  const problems: string[] = [];
  const document = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') problems.push(message);
    },
  }).parseFromString(markup, 'text/xml');
  expect(problems).toEqual([]);
  return document;
}

/** What must hold of any page. */
export function checkPage(html: string, ladder: Ladder, parts: PageParts): void {
  const document = parsePage(html);
  const [profileHash, profile] = parts.profile.split('\n');
  const [data, script, ...more] = contents(html, 'script');
  const [style, ...styles] = contents(html, 'style');
  expect([script, more, styles]).toEqual([parts.script, [profile], []]);
  expect(style).toContain(parts.style);
  expect(JSON.parse(data!)).toEqual(JSON.parse(JSON.stringify(ladder)));
  expect(data).not.toMatch(/[<\u2028\u2029]/);
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = Array.from(document.getElementsByTagName('meta'))
    .find((meta) => meta.getAttribute('http-equiv') === 'Content-Security-Policy')!
    .getAttribute('content')!;
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(parts.script)} '${profileHash!}'`,
    `style-src ${hashOf(style!)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  for (const found of Array.from(document.getElementsByTagName('*'))) {
    for (const { name, value } of Array.from(found.attributes)) {
      // Nothing is loaded, nothing runs, nothing is styled past the policy.
      expect(name).not.toMatch(/^on|^src$|^style$|^srcset$|^action$/);
      if (name !== 'href') continue;
      expect(found.tagName).toBe('a');
      expect(value).toMatch(/^(?:#|https?:|mailto:)/);
      if (!value.startsWith('#')) expect(found.getAttribute('rel')).toBe('noreferrer');
    }
  }
}
