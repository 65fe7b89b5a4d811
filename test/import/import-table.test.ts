/**
 * Tables as people have them, and as nobody should have them.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportOptions, type ImportReport, importTable } from '../../src/import/import-table.ts';
import { ladderDocument } from '../../src/export/ladder-document.ts';
import { writeYaml } from '../../src/export/yaml-text.ts';
import { PmrolesError } from '../../src/core/errors.ts';
import type { Ladder, Role } from '../../src/core/model.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/arbitrary.ts';
import { runs } from '../support/thorough.ts';

/** What became of a table: the ladder is the one that its YAML reads as. */
function imported(text: string, options: ImportOptions = {}): { ladder: Ladder; report: ImportReport } {
  const { ladder, report } = importTable('skills.csv', text, options);
  const parsed = parseLadder([{ file: 'x', text: writeYaml(ladderDocument(ladder), [text]) }]);
  expect(parsed.ladder).toEqual(ladder);
  return { ladder, report };
}

const roleOf = (ladder: Ladder, id: string): Role => ladder.roles.find((role) => role.id === id)!;

/** A role's skills, as `skill=level`. */
const skillsOf = (ladder: Ladder, id: string): string[] =>
  roleOf(ladder, id).requirements.map(({ skill, level, notApplicable, importance }) =>
    [skill, level, notApplicable && 'n/a', importance].filter((part) => part !== undefined && part !== false).join('='),
  );

const dutiesOf = (ladder: Ladder, id: string): string[] =>
  roleOf(ladder, id).responsibilities.map(({ area, text }) => `${area}: ${text}`);

describe('a row a role and skill', () => {
  const { ladder, report } = imported(
    [
      'Role,Skill,Proficiency,Importance,Expectation,Promotes to,Track',
      'Junior,SQL,Beginner,must have,,Senior,IC',
      ',Mentoring,n/a,,,,',
      'Senior,SQL,Expert,nice to have,"Tunes queries,\nreads plans.",Boss,IC',
      'Senior,sql,expert,,,,',
      'Senior,Mentoring,Intermediate,whatever,,,',
    ].join('\r\n'),
  );

  it('gives roles, skills, levels, importance and moves', () => {
    expect(skillsOf(ladder, 'junior')).toEqual(['sql=beginner=essential', 'mentoring=n/a']);
    expect(skillsOf(ladder, 'senior')).toEqual(['sql=expert=optional', 'mentoring=intermediate']);
    expect(roleOf(ladder, 'senior').requirements[0]!.text).toBe('Tunes queries,\nreads plans.');
    expect(ladder.progressions).toMatchObject([{ from: 'junior', to: 'senior' }]);
    expect(ladder.tracks).toEqual([{ id: 'ic', title: 'IC' }]);
    expect(ladder).toMatchObject({ id: 'skills', title: 'Skills' });
  });

  it('puts the levels in the order of a known scale, and says so', () => {
    expect(ladder.levels.map(({ title }) => title)).toEqual(['Beginner', 'Intermediate', 'Expert']);
    expect(report.guesses).toContain('Levels, lowest first, by a known scale: Beginner, Intermediate, Expert.');
  });

  it('says what it guessed and what it left out, with the line', () => {
    expect(report.guesses).toContain('A row without a role is about the role above it.');
    expect(report.dropped).toEqual([
      { line: 4, what: 'Boss', why: 'Senior leads to it, but no role is called so' },
      { line: 6, what: 'Senior / SQL', why: 'the role has the skill already' },
      { line: 7, what: 'Senior / Mentoring: whatever', why: 'it is no importance: essential, useful or optional' },
    ]);
  });

  it('may be about responsibilities', () => {
    const { ladder: duties } = imported(
      'Position;Area;Responsibility\nPM;People;Mentor juniors.\nPM;;Ship it.\nPM;People;Mentor juniors.\n',
    );
    expect(dutiesOf(duties, 'pm')).toEqual(['people: Mentor juniors.', 'general: Ship it.']);
  });

  it('needs a role in its first row', () => {
    const { report: told } = imported('Role,Skill,Level\n,SQL,1\nPM,SQL,2\nPM,Go,1\n');
    expect(told.dropped).toMatchObject([{ line: 2, why: 'the row names no role' }]);
  });
});

describe('a matrix', () => {
  it('of skills and roles, in groups, with numbers', () => {
    const { ladder, report } = imported(
      [
        'Competency matrix 2024;;;',
        ';Junior;Senior;"Team\nLead"',
        'Rank;1;2;5',
        'Craft;;;',
        'SQL;1;2;10',
        'C++;-;n/a;x',
        'People;;;',
        'Mentoring;;1;3',
      ].join('\n'),
    );
    expect(report).toMatchObject({ shape: 'matrix', delimiter: ';' });
    expect(ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['junior', 1],
      ['senior', 2],
      ['team-lead', 5],
    ]);
    expect(ladder.skills.map(({ id, group }) => [id, ...group])).toEqual([
      ['sql', 'Craft'],
      ['c-plus-plus', 'Craft'],
      ['mentoring', 'People'],
    ]);
    expect(skillsOf(ladder, 'senior')).toEqual(['sql=2', 'c-plus-plus=n/a', 'mentoring=1']);
    expect(skillsOf(ladder, 'team-lead')).toEqual(['sql=10', 'c-plus-plus', 'mentoring=3']);
    expect(ladder.levels.map(({ id }) => id)).toEqual(['1', '2', '3', '10']);
    expect(report.guesses).toContain('A dash says nothing: what stands there is not stated.');
    expect(report.dropped).toMatchObject([
      { line: 1, what: 'Competency matrix 2024', why: 'it stands above the header' },
    ]);
  });

  it('of areas and roles, with texts', () => {
    const { ladder } = imported(
      'Area,Junior,Senior\nDelivery,Ships small features.,"• Ships big features\n• Plans"\nPeople,-,Mentors juniors.\n',
    );
    expect(dutiesOf(ladder, 'junior')).toEqual(['delivery: Ships small features.']);
    expect(dutiesOf(ladder, 'senior')).toEqual([
      'delivery: Ships big features',
      'delivery: Plans',
      'people: Mentors juniors.',
    ]);
  });

  it('of skills and roles, with wordings', () => {
    const { ladder } = imported(
      'Category\tSkill\tPM\tSenior PM\nCraft\tDiscovery\tTalks to five users a week\tSets up research\n\tWriting\tWrites notes\tWrites strategy\n',
    );
    expect(roleOf(ladder, 'pm').requirements).toMatchObject([
      { skill: 'discovery', text: 'Talks to five users a week' },
      { skill: 'writing', text: 'Writes notes' },
    ]);
    expect(ladder.skills.map(({ group }) => group)).toEqual([['Craft'], ['Craft']]);
  });

  it('of importance', () => {
    const { ladder } = imported('Skill,PM,CPO\nSQL,Required,Nice to have\nVision,Preferred,Must\n');
    expect(skillsOf(ladder, 'pm')).toEqual(['sql=essential', 'vision=useful']);
    expect(skillsOf(ladder, 'cpo')).toEqual(['sql=optional', 'vision=essential']);
  });

  it('of roles and skills', () => {
    const { ladder, report } = imported('Title,Track,SQL,工程师\nJunior,IC,low,high\nLead,Mgmt,medium,\n');
    expect(report.shape).toBe('matrix-by-role');
    expect(skillsOf(ladder, 'junior')).toEqual(['sql=low', 'skill-1=high']);
    expect(roleOf(ladder, 'lead').track).toBe('mgmt');
    expect(ladder.levels.map(({ id }) => id)).toEqual(['low', 'medium', 'high']);
  });

  it('with levels of its own keeps their first appearance, and says so', () => {
    const { ladder, report } = imported('Skill,A,B,C\nx,Zed,Wye,Zed\ny,Wye,Zed,Wye\n');
    expect(ladder.levels.map(({ title }) => title)).toEqual(['Zed', 'Wye']);
    expect(report.guesses).toContain(
      'Levels, lowest first, by first appearance: Zed, Wye. This order is a guess; --levels states another.',
    );
  });
});

describe('a row a role', () => {
  it('holds lists in its cells', () => {
    const { ladder, report } = imported(
      [
        'Job Title|Level|Skills|Responsibilities|Next step|Also known as',
        'PM|L3|SQL (advanced), Writing|"- Plan, then do\n- Ship; measure"|CPO|Product Manager, Owner',
        'CPO|L8|Vision; C#; Writing: basic|Lead.||',
      ].join('\n'),
    );
    expect(report).toMatchObject({ shape: 'lists', delimiter: '|' });
    expect(ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['pm', 3],
      ['cpo', 8],
    ]);
    expect(skillsOf(ladder, 'pm')).toEqual(['sql=advanced', 'writing']);
    expect(skillsOf(ladder, 'cpo')).toEqual(['vision', 'c-sharp', 'writing=basic']);
    expect(dutiesOf(ladder, 'pm')).toEqual(['general: Plan, then do', 'general: Ship', 'general: measure']);
    expect(roleOf(ladder, 'pm').aliases).toEqual(['Product Manager', 'Owner']);
    expect(ladder.progressions).toMatchObject([{ from: 'pm', to: 'cpo' }]);
    expect(report.guesses).toEqual(
      expect.arrayContaining(['Commas part the skills in a cell.', 'The level of a role is taken for its rank.']),
    );
  });

  it('may be nothing but a role', () => {
    expect(imported('Role\nA\nB\n').ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('ranks', () => {
  it('follow the moves where there is no column', () => {
    const { ladder, report } = imported('Role,Skills,Next role\nCPO,a,\nLead,b,CPO\nPM,c,Lead; CPO\nPO,d,CPO\n');
    expect(ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['pm', 1],
      ['po', 1],
      ['lead', 2],
      ['cpo', 3],
    ]);
    expect(report.guesses).toContain('Ranks follow the moves: a role is one above the highest that leads to it.');
  });

  it('follow the table where the moves go in a circle', () => {
    const { ladder } = imported('Role,Skills,Next role\nB,a,A\nA,b,B\n');
    expect(ladder.roles.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('that not every role has are left out', () => {
    const { ladder, report } = imported('Role,Skills,Grade\nB,a,7\nA,b,none\n');
    expect(ladder.roles.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(report.dropped).toMatchObject([
      { line: 2, what: '7' },
      { line: 3, what: 'none' },
    ]);
  });
});

describe('what is said outright', () => {
  it('wins over every guess', () => {
    const text = 'Stufe;Rolle;Fertigkeit\n1;A;SQL\n2;B;SQL\n';
    const { ladder, report } = imported(text, {
      shape: 'rows',
      delimiter: ';',
      id: 'my.id',
      title: 'Mine',
      columns: [
        { column: 'rolle', field: 'role' },
        { column: '#3', field: 'skill' },
        { column: 'Stufe', field: 'level' },
      ],
    });
    expect(ladder).toMatchObject({ id: 'my.id', title: 'Mine' });
    expect(skillsOf(ladder, 'b')).toEqual(['sql=2']);
    expect(report.columns.map(({ field }) => field)).toEqual(['level', 'role', 'skill']);
  });

  it('about a column that is not there is wrong usage', () => {
    const columns = [{ column: 'Rolee', field: 'role' }] as const;
    expect(() => imported('Role,Skill\nA,B\n', { columns })).toThrow('the table has no column "Rolee"');
  });

  it('makes a role of a header that is usually something else', () => {
    const options = { shape: 'matrix', columns: [{ column: 'Track', field: 'role' }] } as const;
    expect(imported('Skill,Track,Lead\nx,1,2\n', options).ladder.roles.map(({ id }) => id)).toEqual(['track', 'lead']);
  });

  it('may leave a column out', () => {
    const { ladder } = imported('Skill,A,Notes on us,B\nx,1,secret,2\n', {
      columns: [{ column: 'Notes on us', field: 'ignore' }],
    });
    expect(ladder.roles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(JSON.stringify(ladder)).not.toContain('secret');
  });
});

describe('a column that is not read', () => {
  it.each([
    ['Role,Skill,Odd,Skill 2\nA,x,1,y\nA,z,,\n', ['Odd', 'Skill 2']],
    ['Role,Skills,Importance,Group\nA,x;y,must,Craft\n', ['Importance', 'Group']],
    ['Skill,Importance,A,B\nx,must,1,2\n', ['Importance']],
    ['Role,Level,SQL,Go\nA,3,1,2\n', ['Level']],
    ['Role,Skill,\nA,x,lost\nA,y,more\n', ['lost']],
    ['Skill,A,B\nx,1,2,lost\n', ['lost']],
  ])('is named: %j', (text, names) => {
    const { report } = imported(text);
    expect(report.dropped.map(({ what }) => what)).toEqual(names);
    for (const { header, field } of report.columns) expect(field === undefined, header).toBe(names.includes(header));
  });
});

it('a dash for a level leaves the skill', () => {
  expect(skillsOf(imported('Role,Skill,Level\nA,x,-\nA,y,1\n').ladder, 'a')).toEqual(['x', 'y=1']);
});

describe('a pair that stands twice', () => {
  it.each([
    ['A,x,,must\nA,x,2,', ['x=2=essential'], 'the role has the skill already'],
    ['A,x,1,\nA,x,1.0,', ['x=1'], 'the role has the skill already'],
    ['A,x,1,\nA,x,2,must', ['x=1=essential'], 'the role has the skill already, said otherwise'],
    ['A,x,n/a,\nA,x,2,', ['x=n/a'], 'the role has the skill already, said otherwise'],
  ])('%j keeps what was said first', (rows, skills, why) => {
    const { ladder, report } = imported(`Role,Skill,Level,Importance\n${rows}\n`);
    expect(skillsOf(ladder, 'a')).toEqual(skills);
    expect(report.dropped).toMatchObject([{ line: 3, what: 'A / x', why }]);
  });
});

describe('ids', () => {
  it('are slugs, unique, with something to fall back on', () => {
    const titles = [
      'C++',
      'C#',
      'C',
      '工程师',
      '产品',
      'Größe & Co',
      'Größe und Co',
      'a b',
      'A B 2',
      '__proto__',
      '.NET',
      '💻',
    ];
    const { ladder } = imported(`Role\n${titles.join('\n')}\n`);
    expect(Object.fromEntries(ladder.roles.map(({ title, id }) => [`${title} `, id]))).toEqual({
      'C++ ': 'c-plus-plus',
      'C# ': 'c-sharp',
      'C ': 'c',
      '工程师 ': 'role-1',
      '产品 ': 'role-2',
      'Größe & Co ': 'grosse-and-co',
      'Größe und Co ': 'grosse-und-co',
      'a b ': 'a-b',
      'A B 2 ': 'a-b-2',
      '__proto__ ': 'proto',
      '.NET ': 'dot-net',
      '💻 ': 'role-3',
    });
  });

  it('are the names where these are ids and the titles stand beside them', () => {
    const { ladder } = imported('Role,Title,Skill\ncpo,Chief Product Officer,a\ncpo,,b\npm,Product Manager,a\n');
    expect(ladder.roles.map(({ id, title }) => [id, title])).toEqual([
      ['cpo', 'Chief Product Officer'],
      ['pm', 'Product Manager'],
    ]);
  });

  it('of ten thousand equal wordings are found in no time to speak of', () => {
    // Titles that differ only in what an id cannot hold.
    const titles = Array.from({ length: 10_000 }, (_, index) => `Role ${String.fromCodePoint(0x4e00 + index)}`);
    const { ladder } = importTable('x.csv', `Role\n${titles.join('\n')}\n`, {});
    expect(new Set(ladder.roles.map(({ id }) => id)).size).toBe(10_000);
  });
});

describe('a table that is none', () => {
  it.each([
    ['', 'cannot import skills.csv: the table is empty'],
    ['\n ,\n', 'the table is empty'],
    ['Role,Skill\nA,"SQL\nB,x\n', 'line 2: a quote is opened and never closed'],
    ['a\0b', 'line 1: this is not text'],
    ['Skill\nSQL\n', 'line 1: no column holds roles'],
    ['Role,Skill\n,\n', 'line 1: the table has a header and nothing below it'],
    ['Skill,Junior,Senior\n', 'line 1: the table has a header and nothing below it'],
    ['Role,Skill\n,x\n', 'line 1: the table names no role'],
  ])('%j is an error with its line', (text, message) => {
    expect(() => imported(text)).toThrow(message);
  });
});

describe('delimiters and encodings', () => {
  it.each([
    [',', 'Role,Skill\nA,"x;y|z"\nB,w\n'],
    [';', 'Role;Skill\nA;"x,y"\nB;"z, ""q"""\n'],
    ['\t', 'Role\tSkill\nA\tx, y\nB\tz\n'],
    ['|', '\ufeffRole|Skill\r\nA|x\rB|y\n'],
    [';', 'sep=;\nRole;Skill\nA;x\nB;y\n'],
  ])('%j is found out', (delimiter, text) => {
    const { ladder, report } = imported(text);
    expect(report.delimiter).toBe(delimiter);
    expect(ladder.roles.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('hostile tables', () => {
  it('keep their texts as they are', () => {
    const hostile = '\u001b]0;owned\u0007';
    const { ladder } = imported(`Role,Skill,Level\n__proto__,constructor,1\n${hostile},=1+1,2\n`);
    expect(ladder.roles.map(({ title }) => title)).toEqual(['__proto__', hostile]);
    expect(ladder.skills.map(({ name }) => name)).toEqual(['constructor', '=1+1']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  const header = fc.oneof(
    fc.constantFrom('Role', 'Title', 'Skill', 'Skills', 'Level', 'Rank', 'Next role', 'Area', 'Responsibilities', ''),
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
      'entry',
      'id',
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
  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  const table = fc
    .tuple(fc.array(header, { maxLength: 6 }), fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }), delimiter)
    .map(([head, rows, between]) =>
      [head, ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(between)).join('\n'),
    );

  it('end in a ladder without a mistake or in one line that says what is wrong', () => {
    let ladders = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: table }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
        fc.constantFrom(undefined, 'rows', 'matrix', 'matrix-by-role', 'lists', 'export'),
        (text, shape) => {
          try {
            imported(text, shape === undefined ? {} : { shape });
            ladders++;
          } catch (error) {
            if (!(error instanceof PmrolesError)) throw error;
            expect(error.code).toBe('ladder-invalid');
            expect(error.message).not.toContain('\n');
          }
        },
      ),
      { seed: 76, numRuns: runs(200, 2000) },
    );
    expect(ladders).toBeGreaterThan(runs(30, 500));
  });
});

it('counts lines as an editor does, whatever ends them and however many a cell takes', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['Role,Skill,Next role', 'A,"x', 'y",', '', 'B,z,', 'C,w,Nobody'].join(end);
    expect(imported(text).report.dropped).toMatchObject([{ line: 6, what: 'Nobody' }]);
  }
});
