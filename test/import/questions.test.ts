/**
 * What an import asks instead of guessing, and what it refuses.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PmrolesError } from '../../src/core/errors.ts';
import { Unsure } from '../../src/import/answers.ts';
import { readMapFile, writeMapFile } from '../../src/import/map-file.ts';
import { ladderDocument } from '../../src/export/ladder-document.ts';
import { writeYaml } from '../../src/export/yaml-text.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/arbitrary.ts';
import { doubts, imported, namesOf, questionOf, skillsOf, titlesOf } from '../support/imported.ts';
import { runs } from '../support/thorough.ts';

describe('columns that are not sure', () => {
  const EXTRA = [
    'ID,Skill,Weight,Junior,Senior,Total,Average,Comments,Link,Owner,Last updated',
    '7,Kneading,0.5,1,3,4,2,ask Kim,https://x.example,Kim,2024-01-02',
    '8,Selling,0.5,2,3,5,2.5,,https://y.example,Kim,2024-01-02',
  ];

  it('are asked about, and no identifier, sum, date, link or owner becomes a role', async () => {
    expect(await doubts(EXTRA)).toEqual([
      'ID=ignore',
      'Weight=ignore',
      'Total=ignore',
      'Average=ignore',
      'Comments=ignore',
      'Link=ignore',
      'Owner=ignore',
      'Last updated=ignore',
    ]);
  });

  it('are answered one by one or all at once, and what is sure stays', async () => {
    const { ladder, report } = await imported(EXTRA, { columns: [{ column: '*', meaning: 'ignore' }] });
    expect(skillsOf(ladder)).toEqual({ junior: ['kneading=1', 'selling=2'], senior: ['kneading=3', 'selling=3'] });
    expect(report.columns.find(({ name }) => name === 'ID')).toMatchObject({
      meaning: 'ignore',
      why: 'as you said of the rest',
    });
  });

  it.each([
    // Texts under a header that nobody knows may be anything of a role.
    [['Role,Skills,Whereabouts', 'Apprentice,Kneading,In the shop', 'Baker,Baking,At the oven'], ['Whereabouts=?']],
    [
      ['Role,Wohnort,Kneading', 'Apprentice,Berlin am See,1', 'Baker,Köln am Rhein,2'],
      ['Wohnort=is-skill', 'Kneading=is-skill'],
    ],
    // Sums and counters under other names.
    [['Skill,Apprentice,Baker,Points', 'Kneading,1,2,3', 'Selling,2,2,4'], ['Points=ignore']],
    [['Row,Skill,Junior', '1,Kneading,2', '2,Baking,2', '3,Selling,3', '4,Icing,1'], ['Row=ignore']],
    // Nothing tells whether roles go down or across.
    [
      ['Wer,Kneten,Backen', 'Hilfe,1,2', 'Profi,2,3'],
      ['Wer=skill', 'Kneten=is-role', 'Backen=is-role'],
    ],
    [['Role,Skill,Level', 'Apprentice,https://x.example,1'], ['Skill=skill']],
    [['Role,Skill,Level', 'Apprentice,Kneading,2024-01-02'], ['Level=level']],
    [['Role,Skills,Next role', 'Apprentice,Kneading,ask your boss', 'Baker,Baking,none yet'], ['Next role=next']],
    [['Role,Skill,Level,Level', 'Apprentice,Kneading,1,2', 'Apprentice,Baking,2,1'], ['#4=?']],
    [['Role,Grade,Skills', 'Apprentice,low,Kneading', 'Baker,high,Baking'], ['Grade=note']],
    [['Role,Skill,,Level', 'Apprentice,Kneading,what?,1'], ['#3=?']],
    // One column of levels may be just that, and texts may be about anything.
    [['Skill,Taso', 'Kneading,2', 'Baking,3'], ['Taso=is-role']],
    [['Skill,Merkitys,Junior,Senior', 'Kneading,of dough,by recipe,by feel'], ['Merkitys=is-role']],
    [['Skill,Target,Junior,Senior', 'Kneading,2,1,3'], ['Target=ignore']],
  ])('%j', async (lines, expected) => {
    expect(await doubts(lines)).toEqual(expected);
  });

  it.each([
    ['Skill,Median,Baker,Max,Weighting', 'Kneading,2,3,4,1', 'Icing,2,2,3,2'],
    ['Skill,Q1,Q2,Q3', 'Kneading,1,2,3', 'Icing,1,1,2'],
    ['Skill,Lenzburg,Arlonne', 'Kneading,Basic,Good', 'Icing,Basic,Basic'],
    ['Skill,Anna Vogel,Bert Okon', 'Kneading,3,1', 'Icing,2,4'],
    ['Skill,Jan,Feb,Mar', 'Kneading,x,x,', 'Icing,,x,x'],
    ['Skill,Junior baker target,Junior baker actual', 'Kneading,2,1', 'Icing,1,1'],
    ['Benefit,Junior baker,Senior baker', 'Parking,,x', 'Phone,x,x'],
    ['Activity,Junior baker,Senior baker', 'Kneading,60%,40%', 'Icing,40%,60%'],
    ['Role,Active,Certified,Kneading', 'Apprentice,Y,N,Y', 'Baker,Y,Y,Y'],
    ['Role;Kosten;Kneten;Backen', 'Lehrling;1,5;1;1', 'Geselle;2,5;2;3'],
    ['From,To', 'anna@example.org,bert@example.org'],
    ['Role,Skill', 'Baker,Kneading', 'Baker,2026-01-01'],
    ['Skill,Apprentice,Baker', 'Kneading,01-Feb,02-Mar', 'Icing,01-Feb,03-Apr'],
    ['Skill,Level 1,Level 2', 'Kneading,Knows dough,Kneads', 'Icing,Knows sugar,Ices'],
    ['Role,Level,Skill', 'Baker,Junior,Kneading', 'Baker,Senior,Kneading'],
  ])('are asked about, or refused, and nothing is made of them: %s', async (...lines) => {
    const error: unknown = await imported(lines).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    if (error instanceof Unsure) {
      const { question } = error;
      // What is put into somebody's mouth leads to no role and no skill.
      const said = question.about === 'columns' ? question.columns.filter(({ sure, offered }) => !sure && offered) : [];
      expect(said.every(({ meaning }) => meaning === 'ignore')).toBe(true);
    } else expect(error).toBeInstanceOf(PmrolesError);
  });

  it.each([
    [
      ['Track,Role,Skill,Level', 'Bread,Manager,Kneading,2', 'Cake,Manager,Icing,3'],
      'the track of "Manager" is "Bread" already',
    ],
    [['Role,Rank,Skill', 'Baker,2,Kneading', 'Baker,3,Icing'], 'the rank of "Baker" is "2" already'],
    [
      ['Skill,Description,Junior,Senior', 'Kneading,Of dough,1,2', 'kneading,Of clay,1,2'],
      'the description of "Kneading" is "Of dough" already',
    ],
    [
      ['Role,Description,Responsibility', 'Baker,Bakes,Bake', 'Baker,Sells,Sell'],
      'the summary of "Baker" is "Bakes" already',
    ],
  ])('that say two things of one role are refused: %j', async (lines, why) => {
    await expect(imported(lines)).rejects.toMatchObject({ hint: expect.stringContaining(why) as string });
  });

  it('of levels in rows of roles may be of the role or of the skill', async () => {
    const lines = ['Role,Level,Skills', 'Baker,1,Kneading', 'Master baker,2,Baking'];
    expect(await doubts(lines)).toEqual(['Level=?']);
    const { ladder } = await imported(lines, { columns: [{ column: 'Level', meaning: 'rank' }] });
    expect(ladder.roles.map(({ rank, requirements }) => [rank, requirements[0]!.level])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it('of levels beside those of roles cannot be told to be what the table has no use for', async () => {
    const columns = [{ column: 'Mid', meaning: 'is-level' }] as const;
    await expect(imported(['Role,Skill,Mid', 'Baker,Kneading,2'], { columns })).rejects.toThrow(
      '"Mid" cannot be "is-level": a table of roles has no use for it',
    );
  });

  it('come with samples and a reason', async () => {
    const question = await questionOf(EXTRA);
    expect(question).toMatchObject({ file: 'team.csv', line: 1 });
    expect(question.about === 'columns' && question.columns.find(({ name }) => name === 'Owner')).toEqual({
      name: 'Owner',
      samples: ['Kim'],
      meaning: 'ignore',
      why: 'about the sheet, not the ladder',
      sure: false,
      offered: true,
    });
  });

  it('that are not there cannot be answered', async () => {
    const answers = { columns: [{ column: 'Onwer', meaning: 'ignore' }] } as const;
    await expect(imported(EXTRA, answers)).rejects.toMatchObject({
      code: 'usage',
      message: 'the table has no column "Onwer"',
      hint: expect.stringContaining('did you mean "Owner"?') as string,
    });
  });

  it('of no kind that a column can be become a role or a skill unasked', async () => {
    const noise = fc.constantFrom('links', 'mails', 'dates', 'numbers').chain((kind) =>
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }).map((seeds) =>
        seeds.map((seed) => {
          if (kind === 'links') return `https://x${seed}.example`;
          if (kind === 'mails') return `p${seed}@x.example`;
          return kind === 'dates' ? `2024-01-${10 + (seed % 20)}` : String(1000 + seed);
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        noise,
        fc.stringMatching(/^[A-Z][a-z]{3,8}zz$/),
        fc.integer({ min: 0, max: 3 }),
        async (cells, header, at) => {
          const rows = [
            ['Skill', 'Apprentice', 'Baker'],
            ['Kneading', '1', '2'],
            ['Baking', '1', '3'],
            ['Selling', '2', '2'],
          ];
          const lines = rows.map((row, line) => row.toSpliced(at, 0, line === 0 ? header : cells[line - 1]!).join());
          expect(await doubts(lines)).toEqual([expect.stringMatching(new RegExp(`^${header}=(ignore|\\?)$`))]);
        },
      ),
      { seed: 81, numRuns: runs(30, 100) },
    );
  });
});

describe('the cells of a matrix', () => {
  const lines = ['Skill,Junior,Senior', 'Kneading,helps,owns', 'Baking,helps,owns', 'Selling,owns,owns'];

  it('are asked about where they may be levels or words', async () => {
    expect(await questionOf(lines)).toMatchObject({ about: 'cells', text: 'What are cells such as "helps", "owns"?' });
    const texts = await imported(lines, { cells: 'texts' });
    expect(skillsOf(texts.ladder)['junior']).toEqual(['kneading: helps', 'baking: helps', 'selling: owns']);
  });

  it('are levels of an order that is asked for', async () => {
    expect(await questionOf(lines, { cells: 'levels' })).toMatchObject({ about: 'levels', offered: ['helps', 'owns'] });
    const { ladder } = await imported(lines, { levels: ['owns', 'helps'] });
    expect(titlesOf(ladder.levels)).toEqual(['owns', 'helps']);
  });

  it('may hold a few that are no levels, which are kept as words', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `s${at},1,2`);
    const { ladder, report } = await imported(['Skill,Apprentice,Baker', ...rows, 'Odd,"2 (with help)",3']);
    expect(skillsOf(ladder)['apprentice']!.at(-1)).toBe('odd: 2 (with help)');
    expect(report.readings).toContain(
      'Cells that are no levels are kept as the role\'s own words, such as "2 (with help)".',
    );
  });
});

describe('the order of levels', () => {
  const rows = (...cells: string[]): string[] => ['Role,Skill,Level', ...cells.map((cell, at) => `A,s${at},"${cell}"`)];

  it.each([
    [
      ['2 - Good', 'Good', 'Good (2)', '1', 'L1'],
      ['1', '2 - Good'],
    ],
    [
      ['1.5', '1,5', '2', '1'],
      ['1', '1.5', '2'],
    ],
    [
      ['Expert', 'Awareness', 'Working'],
      ['Awareness', 'Working', 'Expert'],
    ],
    [
      ['Avancé', 'Débutant', 'Expert'],
      ['Débutant', 'Avancé', 'Expert'],
    ],
    [
      ['proficient', 'novice', 'competent', 'expert', 'advanced beginner'],
      ['novice', 'advanced beginner', 'competent', 'proficient', 'expert'],
    ],
  ])('of %j is known', async (cells, expected) => {
    expect(titlesOf((await imported(rows(...cells))).ladder.levels)).toEqual(expected);
  });

  it.each([[['Basic', 'Awareness', 'Proficient', 'Excellent']], [['2 - Good', '2 - Fine', '1']]])(
    'of %j is asked for',
    async (cells) => {
      expect(await questionOf(rows(...cells))).toMatchObject({ about: 'levels' });
    },
  );

  it('must have every level of the table, where it is stated', async () => {
    await expect(imported(rows('Basic', 'Expert'), { levels: ['Basic'] })).rejects.toThrow(
      '--levels leaves out "Expert"',
    );
  });
});

describe('rows of a matrix without cells', () => {
  const groups = async (lines: readonly string[], emptyRows?: 'groups' | 'skills') =>
    (await imported(['Skill,Junior,Senior', ...lines], emptyRows && { emptyRows })).ladder.skills.map(
      ({ name, group }) => [name, ...group].join('/'),
    );

  it('are groups where all stand above other rows, the first row among them, or are written like headings', async () => {
    const parted = ['Craft,,', 'SQL,1,2', 'Go,1,2', 'People,,', 'Talk,1,2'];
    expect(await groups(parted)).toEqual(['SQL/Craft', 'Go/Craft', 'Talk/People']);
    expect(await groups(['SQL,1,2', 'PEOPLE,,', 'Talk,1,2'])).toEqual(['SQL', 'Talk/PEOPLE']);
  });

  it('are asked about elsewhere', async () => {
    const lines = ['SQL,1,2', 'Hiring,,', 'Talk,1,2'];
    expect(await questionOf(['Skill,Junior,Senior', ...lines])).toMatchObject({ about: 'emptyRows', line: 3 });
    expect(await groups(lines, 'groups')).toEqual(['SQL', 'Talk/Hiring']);
    expect(await groups(lines, 'skills')).toEqual(['SQL', 'Hiring', 'Talk']);
  });
});

describe('what would be left out', () => {
  const rows = [
    'Role,Skill,Level,Next role',
    'Apprentice,Kneading,1,Bakre',
    'Baker,Kneading,2,Chief',
    'Chief,Kneading,3,',
  ];

  it('is refused where it is more than a little, with every place', async () => {
    await expect(imported(rows)).rejects.toMatchObject({
      message: 'cannot import team.csv: 1 of 11 cells would be left out',
      hint: 'line 2: Bakre: Apprentice leads to it, but no role is called so; did you mean "Baker"?\nmend the table, or leave them out with --allow-loss',
    });
  });

  it('is left out on demand', async () => {
    const { report } = await imported(rows, { allowLoss: true });
    expect(report).toMatchObject({ lostCount: 1, lost: [{ file: 'team.csv', line: 2, what: 'Bakre' }] });
  });

  it('is told with its line, whatever ends the lines and however many a cell takes', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = ['Role,Skill,Next role', 'A,"x', 'y",B', '', 'B,z,C', 'C,w,Nobody'].join(end);
      const { report } = await imported([lines], { allowLoss: true });
      expect(report.lost).toMatchObject([{ line: 6, what: 'Nobody' }]);
    }
  });

  it.each(['#N/A', '#REF!', '#DIV/0!', '#NV', '#BEZUG!'])('an error of a sheet is no wording: %s', async (error) => {
    const { ladder, report } = await imported(
      ['Skill,Junior,Senior', `Kneading,Does it,${error}`, 'Baking,Helps,Leads it'],
      {
        allowLoss: true,
      },
    );
    expect(skillsOf(ladder)['senior']).toEqual(['baking: Leads it']);
    expect(report.lost[0]!.why).toContain('an error of the spreadsheet');
  });
});

describe('what a strict reader found', () => {
  it('rows at the end with cells of roles are no notes', async () => {
    const { ladder } = await imported([
      'Skill,Junior engineer,Mid engineer,Senior engineer',
      'Kneading,Basic,Basic,Advanced',
      '',
      'Leading,,,Advanced',
      `A skill whose name is a whole sentence and rather a long one at that,,,Advanced`,
    ]);
    expect(namesOf(ladder)).toHaveLength(3);
  });

  it('several texts of one level are kept', async () => {
    const needs = ['Role,Skill,Level', 'Baker,Kneading,Basic', 'Master baker,Kneading,Expert'];
    const texts = ['Skill,Level,Indicator', 'Kneading,Basic,Kneads with help', 'Kneading,Basic,Cleans the trough'];
    const { ladder } = await imported(needs, {}, texts);
    expect(ladder.skills[0]!.levels).toEqual({ basic: 'Kneads with help\nCleans the trough' });
  });

  it('a text beside several skills is no text of any, and is not dropped', async () => {
    await expect(
      imported(['Role,Skills,Expectation', 'Junior baker,Kneading; Baking,With help']),
    ).rejects.toMatchObject({
      hint: expect.stringContaining('one text beside several skills') as string,
    });
  });

  it('roles whose titles hold a word of sheets are not left out', async () => {
    const lines = ['Skill,Junior engineer,Site Reliability Engineer,Mobile Developer', 'Kneading,1,2,3'];
    expect(titlesOf((await imported(lines)).ladder.roles)).toHaveLength(3);
  });

  it('a text in a matrix of responsibilities is not dropped', async () => {
    const lines = ['Responsibility,Junior engineer,Senior engineer', 'Run the oven,Supports,Leads', 'Sell bread,x,x'];
    await expect(imported(lines, { cells: 'texts' })).rejects.toMatchObject({
      hint: expect.stringContaining('a responsibility is there or not') as string,
    });
  });

  it('a row of groups above skills gives their groups', async () => {
    const { ladder } = await imported([
      ',Craft,,Shop',
      'Role,Kneading,Baking,Selling',
      'Baker,1,2,1',
      'Master baker,2,3,2',
    ]);
    expect(ladder.skills.map(({ name, group }) => `${group.join()} ${name}`)).toEqual([
      'Craft Kneading',
      'Craft Baking',
      'Shop Selling',
    ]);
  });

  it('a move to a role that no other table has is told, and makes none', async () => {
    const needs = ['Role,Skill,Level', 'Baker,Kneading,1', 'Master baker,Kneading,2'];
    const moves = ['From,To', 'Baker,Master baker', 'Baker,Mastre baker'];
    const { ladder, report } = await imported(needs, { allowLoss: true }, moves);
    expect(ladder.roles).toHaveLength(2);
    expect(report.lost).toMatchObject([{ what: 'Mastre baker', why: 'no other table has a role of this name' }]);
  });

  it('a lateral move raises no rank', async () => {
    const lines = ['From,To,Kind', 'Baker,Master baker,promotion', 'Baker,Seller,lateral', 'Seller,Baker,lateral'];
    const { ladder } = await imported(lines);
    expect(ladder.roles.find(({ id }) => id === 'master-baker')!.rank).toBe(2);
    expect(ladder.progressions).toHaveLength(3);
  });

  it('an answer may be about one of several tables', async () => {
    const needs = ['Role,Skill,Level', 'Baker,Kneading,Basic', 'Master baker,Kneading,Expert'];
    const more = ['Skill,Description,Odd', 'Kneading,Working dough,what is it?'];
    const { ladder } = await imported(needs, { columns: [{ column: 'Odd', meaning: 'ignore' }] }, more);
    expect(ladder.skills[0]!.description).toBe('Working dough');
  });

  it('a hundred thousand rows are read', async () => {
    const rows = Array.from({ length: 130_000 }, (_, at) => `Baker ${at % 50},Skill ${at % 40},1`);
    const { ladder } = await imported(['Role,Skill,Level', ...rows]);
    expect(ladder.skills).toHaveLength(40);
  });
});

describe('a table that is none', () => {
  it.each([
    [[''], 'the table is empty'],
    [['Role,Skill'], 'there is a header and nothing below it'],
    [['Skill,Level', 'Kneading,1'], 'it lists skills, and no roles'],
    [['Skill,2023,2024', 'Kneading,1,2'], 'it lists skills, and no roles'],
    [['Role,Skill', 'A,b', '', 'Skill,Level', 'b,1'], 'another table begins here'],
  ])('%j', async (lines, message) => {
    await expect(imported(lines)).rejects.toMatchObject({
      code: 'ladder-invalid',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('a mapping file', () => {
  const answers = {
    columns: [
      { column: 'Skill: "all"', meaning: 'skill' },
      { column: '#3', meaning: 'is-role' },
    ],
    levels: ['Basic', 'Good'],
    cells: 'levels',
    emptyRows: 'groups',
    sheets: ['Team'],
    moves: 'by-rank',
    ids: { roles: { 'Master baker': 'baker' } },
  } as const;

  it('is read as it was written', () => {
    const text = writeMapFile('team.xlsx', answers);
    expect(readMapFile('x', text)).toEqual(answers);
    expect(text).toContain('# The levels of skill, the lowest first.');
  });

  it('that is none is told with line and column', () => {
    const fails = (text: string): unknown => {
      try {
        return readMapFile('team.map.yaml', text);
      } catch (error) {
        return error;
      }
    };
    expect(fails('columns:\n  Skill: skil\n')).toMatchObject({
      code: 'config-invalid',
      location: { file: 'team.map.yaml', line: 2, column: 10 },
    });
    expect(fails('colums: {}\n')).toMatchObject({ hint: 'did you mean columns?' });
    expect(fails('- a\n')).toMatchObject({ code: 'config-invalid' });
    expect(fails('a: [\n')).toMatchObject({ code: 'config-invalid' });
  });
});

describe('hostile tables', () => {
  it('keep their texts as they are', async () => {
    const { ladder } = await imported(['Role,Skill,Level', '__proto__,constructor,1', 'b,=1+1,2']);
    expect(titlesOf(ladder.roles)).toEqual(['__proto__', 'b']);
    expect(namesOf(ladder)).toEqual(['constructor', '=1+1']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with what a terminal acts on are no text', async () => {
    await expect(imported(['Role,Skill', '\u001b]0;owned,Kneading'])).rejects.toMatchObject({
      message: expect.stringContaining('control character U+001B') as string,
    });
  });

  const header = fc.oneof(
    fc.constantFrom(
      'Role',
      'Title',
      'Skill',
      'Skills',
      'Level',
      'Rank',
      'Next role',
      'Area',
      'Responsibilities',
      '',
      'From',
      'To',
    ),
    fc.constantFrom(
      'Text',
      'Importance',
      'Group',
      'Track',
      'Alias',
      'Summary',
      'Notes',
      'Junior',
      'Senior',
      'id',
      'Expert',
    ),
    hostileText,
  );
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'n/a',
      '-',
      'x',
      'no',
      '3',
      'L3',
      'Expert',
      'Junior',
      'Senior',
      'a; b',
      '• a\n• b',
      'must',
      'role',
    ),
    fc.constantFrom(...HOSTILE_TEXTS),
  );
  const table = fc
    .tuple(
      fc.array(header, { maxLength: 6 }),
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }),
      fc.constantFrom(',', ';', '\t', '|'),
    )
    .map(([head, rows, between]) =>
      [head, ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(between)).join('\n'),
    );

  it('end in a ladder without a mistake, in a question, or in one line that says what is wrong', async () => {
    const ends = { ladder: 0, question: 0, error: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 4, arbitrary: table }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
        fc.boolean(),
        async (text, rest) => {
          try {
            const columns = rest ? ([{ column: '*', meaning: 'ignore' }] as const) : [];
            const { ladder } = await imported([text], { columns, allowLoss: true });
            const parsed = parseLadder([{ file: 'x', text: writeYaml(ladderDocument(ladder), [text]) }]);
            expect(parsed.ladder).toEqual(ladder);
            ends.ladder++;
          } catch (error) {
            if (error instanceof Unsure) ends.question++;
            else if (!(error instanceof PmrolesError)) throw error;
            else {
              ends.error++;
              expect(error.code).toBe('ladder-invalid');
              expect(error.message).not.toContain('\n');
            }
          }
        },
      ),
      { seed: 76, numRuns: runs(100, 500) },
    );
    expect(Math.min(...Object.values(ends))).toBeGreaterThan(runs(3, 20));
  });
});

it('a random ladder that is written as a matrix comes in as it was', async () => {
  const levels = ['Awareness', 'Working', 'Practitioner', 'Expert'];
  const names = (prefix: string) =>
    fc
      .integer({ min: 2, max: 6 })
      .map((count) => Array.from({ length: count }, (_, at) => `${prefix} ${String.fromCharCode(97 + at)}x`));
  await fc.assert(
    fc.asyncProperty(
      names('Skill'),
      names('Engineer'),
      fc.infiniteStream(fc.constantFrom('', 'n/a', ...levels)),
      fc.boolean(),
      async (skills, roles, cells, down) => {
        const grid = skills.map(() => roles.map(() => cells.next().value as string));
        // A column or row in which nothing stands is asked about.
        fc.pre(
          roles.every((_, at) => grid.some((row) => levels.includes(row[at]!))) &&
            grid.every((row) => row.some((one) => levels.includes(one))),
        );
        const lines = down
          ? [['Role', ...skills], ...roles.map((role, at) => [role, ...grid.map((row) => row[at]!)])]
          : [['Skill', ...roles], ...skills.map((skill, at) => [skill, ...grid[at]!])];
        const { ladder } = await imported(lines.map((line) => line.join()));
        const used = levels.filter((level) => grid.flat().includes(level));
        expect(titlesOf(ladder.levels)).toEqual(used);
        expect(titlesOf(ladder.roles)).toEqual(roles);
        roles.forEach((_, at) => {
          const said = Object.fromEntries(
            ladder.roles[at]!.requirements.map(({ skill, level, notApplicable }) => [
              skill,
              notApplicable ? 'n/a' : level,
            ]),
          );
          const wanted = skills.flatMap((skill, row) =>
            grid[row]![at] === '' ? [] : [[skill.toLowerCase().replace(' ', '-'), grid[row]![at]!.toLowerCase()]],
          );
          expect(said).toEqual(Object.fromEntries(wanted));
        });
      },
    ),
    { seed: 82, numRuns: runs(40, 150) },
  );
});
