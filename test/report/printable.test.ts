import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { printable, SIMPLE_TEXT, visible } from '../../src/report/printable.ts';

/** What must never reach a terminal: C0, DEL, C1, line separators, bidirectional controls, tags, lone surrogates. */
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

const VECTORS: Readonly<Record<string, string>> = {
  'a colour (CSI)': '\u001b[31mred\u001b[0m',
  'a cleared screen': '\u001b[2J\u001b[H',
  'a question to the terminal': '\u001b[6n',
  'a window title (OSC 0)': '\u001b]0;title\u0007',
  'a link (OSC 8)': '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  'the clipboard (OSC 52)': '\u001b]52;c;ZXZpbA==\u0007',
  'an OSC that never ends': '\u001b]0;',
  'a device control string': '\u001bP1;1|17/ab\u001b\\',
  'an application program command': '\u001b_G\u001b\\',
  'an 8-bit CSI': '\u009b31m',
  'an 8-bit OSC': '\u009d0;title\u009c',
  'a bell': 'a\u0007b',
  'a backspace': 'a\bb',
  'a carriage return over the line': 'safe\revil',
  'a line break': 'a\nb',
  'a vertical tab and a form feed': 'a\u000b\u000cb',
  'a NUL': 'a\u0000b',
  'a delete': 'a\u007fb',
  'a right-to-left override': 'gpj.\u202eexe',
  'every bidirectional embedding': '\u202a\u202b\u202c\u202d\u202e',
  'every bidirectional isolate': '\u2066\u2067\u2068\u2069',
  'line and paragraph separators': 'a\u2028b\u2029c',
  'interlinear annotations': '\ufff9a\ufffab\ufffb',
  'tag characters': 'a\u{e0041}\u{e0042}\u{e007f}',
  'half a surrogate pair, the first': 'a\ud83d',
  'half a surrogate pair, the second': '\ude00a',
};

/** What nobody sees, and a text says as much without. */
const INVISIBLE: Readonly<Record<string, string>> = {
  'every bidirectional mark': '\u200e\u200f\u061c',
  'a byte order mark': '\ufeffa',
  'a zero-width space': 'a\u200bb',
  'a soft hyphen': 'a\u00adb',
  'a word joiner and invisible operators': 'a\u2060\u2061\u2062\u2063\u2064b',
};

describe('printable', () => {
  it.each(Object.entries(INVISIBLE))('leaves out %s', (_what, text) => {
    expect(printable(`x${text}y`)).toMatch(/^xa?b?y$/);
    expect(printable(`x${text}y`)).toHaveLength(2 + text.replace(/[^ab]/g, '').length);
  });

  it.each(Object.entries(VECTORS))('defuses %s', (_what, text) => {
    const shown = printable(text);
    expect(shown).not.toMatch(DANGEROUS);
    expect(shown).not.toContain('\n');
    // What was taken out is shown, unless it is mere space.
    expect(shown).toMatch(/<U\+[0-9A-F]{4,6}>| /);
  });

  it('writes out what it takes out, by its number', () => {
    expect(printable('a\u001b[31mb')).toBe('a<U+001B>[31mb');
    expect(printable('\u202eevil')).toBe('<U+202E>evil');
    expect(printable('\u{e0041}')).toBe('<U+E0041>');
    expect(printable('\ud800x')).toBe('<U+D800>x');
  });

  it('turns line breaks and tabs into one space', () => {
    expect(printable('a\r\nb\tc\n\n\td\u2028e')).toBe('a b c d e');
  });

  it.each([
    '',
    'plain ASCII ~!@#$%^&*()',
    'Ærøskøbing, Ωmega, Привет',
    '日本語のテキスト',
    'हिन्दी भाषा',
    'می‌خواهم',
    '👩‍👩‍👧‍👦 and 👍🏽 and 🇩🇰',
    'e\u0301 and a\u0323\u0302',
    'Tiếng Việt',
    'ก็ดี',
  ])('leaves what people write as it is: %j', (text) => {
    expect(printable(text)).toBe(text);
  });

  it('cuts marks that are stacked beyond any spelling', () => {
    expect(printable(`Z${'\u0301\u0316\u0334'.repeat(100)}algo`)).toBe('Z\u0301\u0316\u0334\u0301algo');
  });

  it('cuts stacked marks also where joiners part them', () => {
    const shown = printable(`Z${'\u0301\u0302\u0303\u0304\u200d'.repeat(100)}`);
    expect(shown.match(/\p{M}/gu)?.length).toBeLessThan(10);
  });

  it('gives nothing dangerous out, whatever comes in, and is done in one go', () => {
    const nasty = fc.constantFrom(
      ...Object.values(VECTORS),
      ...Object.values(INVISIBLE),
      '\u0301',
      '\u200d',
      '<U+001B>',
      '\ud83d',
      '\ude00',
    );
    const text = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (input) => {
        const shown = printable(input);
        expect(shown).not.toMatch(DANGEROUS);
        expect(printable(shown)).toBe(shown);
        expect(shown !== '').toBe(input.replace(/[\u00ad\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]/g, '') !== '');
      }),
      { seed: 24, numRuns: 3000 },
    );
  });
});

describe('visible', () => {
  it('keeps line breaks and tabs, and writes out the rest as printable does', () => {
    expect(visible('a\r\nb\tc\u001b[0m\u202e')).toBe('a\r\nb\tc<U+001B>[0m<U+202E>');
    for (const text of Object.values(VECTORS)) {
      expect(visible(text).replace(/[\t\n\r]+/g, ' ')).toBe(printable(text));
    }
  });
});

describe('SIMPLE_TEXT', () => {
  const admitted: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (SIMPLE_TEXT.test(character)) admitted.push(character);
  }

  it('admits only characters that are safe and one column wide', () => {
    expect(admitted.length).toBeGreaterThan(1000);
    expect(admitted.filter((character) => stringWidth(character) !== 1)).toEqual([]);
    expect(admitted.filter((character) => DANGEROUS.test(character))).toEqual([]);
    expect(admitted.filter((character) => /[\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u.test(character))).toEqual([]);
  });

  it('admits only characters that stay one column wide beside each other', () => {
    const text = fc.array(fc.constantFrom(...admitted), { maxLength: 30 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, (simple) => {
        expect(stringWidth(simple)).toBe(simple.length);
        expect(simple.normalize('NFC')).toHaveLength(simple.length);
      }),
      { seed: 25, numRuns: 1000 },
    );
  });

  it('admits the signs that the program draws with', () => {
    expect('→•·—–…─█░≠↑↓’“”±›=+~').toMatch(SIMPLE_TEXT);
  });
});
