/**
 * Tables that were once read wrongly, and what is said of each guess.
 */
import { describe, expect, it } from 'vitest';
import { type ImportOptions, type ImportReport, importTable } from '../../src/import/import-table.ts';
import type { Ladder } from '../../src/core/model.ts';

function imported(lines: readonly string[], options: ImportOptions = {}): { ladder: Ladder; report: ImportReport } {
  return importTable('team.csv', `${lines.join('\n')}\n`, options);
}

/** Each role's skills, as `skill=level=importance`. */
const skillsOf = ({ roles }: Ladder): Record<string, string[]> =>
  Object.fromEntries(
    roles.map(({ id, requirements }) => [
      id,
      requirements.map(({ skill, level, importance, notApplicable }) =>
        [skill, level, importance, notApplicable && 'n/a']
          .filter((part) => part !== undefined && part !== false)
          .join('='),
      ),
    ]),
  );

const titlesOf = (entries: readonly { readonly title: string }[]): string[] => entries.map(({ title }) => title);

const names = (ladder: Ladder): string[] => ladder.skills.map(({ name }) => name);

describe('the delimiter', () => {
  it.each([
    [';', ['Role;Skills', 'Junior PM;SQL, Excel, Talk, Write', 'Senior PM;SQL, Excel, Lead, Plan'], 2],
    [';', ['Rolle;Aufgabe', 'PM;Plant, schreibt, redet, liest', 'Head;Leitet, plant, führt, testet'], 2],
    [';', ['Skill;Junior;Senior', 'SQL;1,5;2,5', 'Go;1,0;3,0'], 2],
    [',', ['Role,Skills', 'A,x; y; z', 'B,u; v; w'], 2],
    ['\t', ['Our ladder, 2024', 'Role\tSkill', 'A\ta, b', 'B\tc, d'], 2],
  ])('is %j where the header and all rows agree on it: %j', (delimiter, lines, roles) => {
    const { ladder, report } = imported(lines);
    expect(report.delimiter).toBe(delimiter);
    expect(ladder.roles).toHaveLength(roles);
  });
});

it('a column that is not there is refused with those that are', () => {
  const columns = [{ column: 'Xyz', field: 'role' }] as const;
  expect(() => imported(['Role;Skills', 'A;b'], { columns })).toThrow(
    expect.objectContaining({ code: 'usage', hint: 'the columns are: "Role", "Skills"' }) as Error,
  );
});

describe('a role that stands twice', () => {
  it('has the lists of both rows, and the table stays one of lists', () => {
    const { ladder, report } = imported([
      'Role,Skills,Responsibilities',
      'Junior,"SQL (basic), Go",Do; write',
      'Senior,"SQL (advanced)\nGo",Lead; decide',
      'Senior,Talk,Plan',
    ]);
    expect(report.shape).toBe('lists');
    expect(skillsOf(ladder)).toEqual({ junior: ['sql=basic', 'go'], senior: ['sql=advanced', 'go', 'talk'] });
    expect(ladder.roles[1]!.responsibilities.map(({ text }) => text)).toEqual(['Lead', 'decide', 'Plan']);
    expect(report.guesses).toContain('Roles in several rows, whose lists are laid together: "Senior".');
  });

  it('makes rows where no cell is a list', () => {
    const { report } = imported(['Role,Skills,Level', 'A,x,1', 'A,y,2', 'B,x,1']);
    expect(report.shape).toBe('rows');
  });
});

it('an area of which no role answers for anything is told', () => {
  const { ladder, report } = imported([
    'Area,Junior,Senior',
    'Delivery,Does analyses.,Leads.',
    'People,,',
    'Sales,,Sells.',
  ]);
  expect(titlesOf(ladder.areas)).toEqual(['Delivery', 'Sales']);
  expect(report.dropped).toEqual([{ line: 3, what: 'People', why: 'the area holds no responsibility of any role' }]);
  expect(report.guesses.join(' ')).not.toContain('skills');
});

it('shares are numbers, and are put in order as such', () => {
  const { ladder } = imported(['Position,Talk,CRM', 'SDR,25%,50 %', 'AE,100%,50%', 'AM,100%,75%']);
  expect(titlesOf(ladder.levels)).toEqual(['25%', '50 %', '75%', '100%']);
});

it('cells among levels that are kept as wording are told', () => {
  const { report } = imported(['Skill,Junior,Mid,Senior', 'API,3 (target 4),4,5', 'DB,2,3!,5', 'UX,1-2,2,3']);
  expect(report.guesses).toContain(
    'Kept as wording, since they are no levels that are known: "3 (target 4)", "3!", "1-2".',
  );
});

describe('ranks', () => {
  const ranks = ({ roles }: Ladder): number[] => roles.map(({ rank }) => rank);

  it('that not every role has are left out with the names of those without', () => {
    const { report } = imported(['Role,Grade,Python', 'Eng I,L3,Novice', 'Intern,,Novice']);
    expect(report.dropped).toEqual([
      {
        line: 2,
        what: 'L3',
        why: 'ranks are kept only where each role has one with a number, and these have none: "Intern"',
      },
    ]);
  });

  it('may be Roman numerals, where all are', () => {
    const rows = (last: string): string[] => ['Role,Grade,Skills', 'A,IV,x', 'B,ix,x', `C,${last},x`];
    expect(ranks(imported(rows('XII')).ladder)).toEqual([4, 9, 12]);
    expect(ranks(imported(rows('Chief')).ladder)).toEqual([1, 2, 3]);
  });

  it('of roles that no move connects follow the table, whichever way it goes', () => {
    const rows = ['Barista,x,Shift Lead', 'Shift Lead,x,Store Mgr', 'Store Manager,x,'];
    for (const lines of [rows, rows.toReversed()]) {
      const { ladder, report } = imported(['Role,Skills,Next role', ...lines]);
      expect(Object.fromEntries(ladder.roles.map(({ id, rank }) => [id, rank]))).toEqual({
        barista: 1,
        'shift-lead': 2,
        'store-manager': 3,
      });
      expect(report.guesses).toContain(
        'Roles that no move connects, ranked one above the role before them in the table: "Store Manager".',
      );
      expect(report.dropped[0]!.why).toBe(
        'Shift Lead leads to it, but no role is called so; did you mean "Store Manager"?',
      );
    }
  });
});

it('a skill that stands twice is said where a table could else be a matrix', () => {
  expect(() => imported([',Junior,Senior', 'Design,1,2', 'Design,2,3', 'Research,,1'])).toThrow(
    expect.objectContaining({
      hint: expect.stringMatching(
        /^"Design" stands twice \(line 3\); where it is a skill, and the roles are the columns: --shape matrix\n/,
      ) as string,
    }) as Error,
  );
});

it.each([
  'Poste suivant',
  'Ruolo successivo',
  'Próximo rol',
  'Nächste Stelle',
  'Nächste Position',
  'Folgerolle',
  'Volgende rol',
])('%s is the next role', (header) => {
  const { ladder } = imported([`Role,Skills,${header}`, 'A,x,B', 'B,x,']);
  expect(ladder.progressions).toHaveLength(1);
});

it.each(['N/D', 'n.d.', 'TBD', 'k. A.', '?'])('%s says nothing, and that is told', (cell) => {
  const { ladder, report } = imported(['Skill,Junior,Senior', `SQL,1,${cell}`, 'Go,1,2']);
  expect(skillsOf(ladder)).toEqual({ junior: ['sql=1', 'go=1'], senior: ['go=2'] });
  expect(report.guesses).toContain(`"${cell}" says nothing: what stands there is not stated.`);
});

it.each(['(x)', 'yes!', 'x?'])('%s is read as a plain mark, and that is told', (cell) => {
  const { report } = imported(['Skill,Junior,Senior', `SQL,x,${cell}`, 'Go,x,x']);
  expect(report.dropped).toEqual([
    {
      line: 2,
      what: `Senior / SQL: ${cell}`,
      why: 'what the signs about the mark say: it is read as a plain mark',
    },
  ]);
});

it.each([
  ['must', 'nice to have', 'importance'],
  ['must', 'expert', 'levels, and for importance'],
  ['basic', 'expert', 'levels'],
])('cells such as %s and %s are told as %s', (one, other, taken) => {
  const { report } = imported(['Skill,Junior,Senior', `SQL,${one},${other}`, `Go,${one},${other}`]);
  expect(report.guesses).toContain(`The cells are taken for ${taken}.`);
});

describe('lists of levels beside lists of skills', () => {
  it('are laid side by side, and are no ranks', () => {
    const { ladder, report } = imported([
      'Role,Skills,Levels',
      'Dev,"Go, SQL","10, 3"',
      'Lead,"Go, SQL, Hiring","3, -, 1"',
      'Head,"Go, SQL","3, 3, 1"',
    ]);
    expect(skillsOf(ladder)).toEqual({
      dev: ['go=10', 'sql=3'],
      lead: ['go=3', 'sql', 'hiring=1'],
      head: ['go', 'sql'],
    });
    expect(ladder.roles.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(report.dropped).toEqual([
      { line: 4, what: 'Head: 3, 3, 1', why: '3 levels do not go with a list of 2 skills' },
    ]);
  });

  it.each(['2', '1,5'])('a level such as %s is the rank of the role', (level) => {
    const { ladder } = imported(['Role;Skills;Level', `Dev;Go, SQL, C;${level}`, 'Lead;Go, SQL, C, D;3']);
    expect(ladder.roles.map(({ rank }) => rank)).toEqual([Number(level.replace(',', '.')), 3]);
  });

  it('a list of numbers is no rank', () => {
    const { ladder } = imported(['Role,Grade,Skills', 'Dev,"7, 8","Go, SQL"', 'Lead,9,"Go, SQL"']);
    expect(ladder.roles.map(({ rank }) => rank)).toEqual([1, 2]);
  });
});

describe('rows of a matrix without cells', () => {
  const groups = (ladder: Ladder): (readonly string[])[] => ladder.skills.map(({ name, group }) => [name, ...group]);

  it.each([
    [
      ['SQL,1,2', 'Hiring,,', 'Talk,1,2'],
      [['SQL'], ['Hiring'], ['Talk']],
    ],
    [
      ['Craft,,', 'SQL,1,2', 'Go,1,2', 'People,,', 'Hiring,,', 'Talk,1,2'],
      [
        ['SQL', 'Craft'],
        ['Go', 'Craft'],
        ['Hiring', 'People'],
        ['Talk', 'People'],
      ],
    ],
    [
      ['SQL,1,2', 'PEOPLE,,', 'Hiring,,', 'Talk,1,2'],
      [['SQL'], ['Hiring', 'PEOPLE'], ['Talk', 'PEOPLE']],
    ],
    [
      ['CSS,1,2', 'HTML,,', 'SQL,1,2'],
      [['CSS'], ['HTML'], ['SQL']],
    ],
    [
      ['SQL,1,2', 'Talk,1,2', 'Hiring,,'],
      [['SQL'], ['Talk'], ['Hiring']],
    ],
  ])('%j are taken with sense', (rows, expected) => {
    expect(groups(imported(['Skill,Junior,Senior', ...rows]).ladder)).toEqual(expected);
  });

  it('are told, and a flag decides', () => {
    const lines = ['Skill,Junior,Senior', 'SQL,1,2', 'Hiring,,', 'Talk,1,2'];
    expect(imported(lines).report.guesses).toContain(
      'Rows without cells, taken for skills that no role is said to need: "Hiring"; --empty-rows groups takes all such rows for groups.',
    );
    const asGroups = imported(lines, { emptyRows: 'groups' });
    expect(groups(asGroups.ladder)).toEqual([['SQL'], ['Talk', 'Hiring']]);
    expect(asGroups.report.guesses).toContain(
      'Rows without cells, taken for groups of the skills below them: "Hiring".',
    );
    const first = ['Skill,A,B', 'Craft,,', 'SQL,1,2'];
    expect(groups(imported(first).ladder)).toEqual([['SQL', 'Craft']]);
    expect(groups(imported(first, { emptyRows: 'skills' }).ladder)).toEqual([['Craft'], ['SQL']]);
  });
});

describe('the order of levels', () => {
  const rows = (...cells: string[]): string[] => ['Role,Skill,Level', ...cells.map((cell, at) => `A,s${at},"${cell}"`)];
  it.each([
    [['1 - Basic', '0', '1', '1.0', 'none', '2 - Good', '2', '3'], ['none', '0', '1 - Basic', '2 - Good', '3'], true],
    [['2 - Good', 'Good', 'Good (2)', '1', 'L1'], ['1', '2 - Good'], false],
    [['2 - Good', '2 - Fine', '2', '1'], ['1', '2 - Good', '2 - Fine', '2'], false],
    [['1.5', '15', '1,5', '2'], ['1.5', '2', '15'], false],
    [['Gut', 'Sehr gut', 'Mittel'], ['Mittel', 'Gut', 'Sehr gut'], false],
    [['Avancé', 'Débutant', 'Expert'], ['Débutant', 'Avancé', 'Expert'], false],
    [['Blue', 'Red', 'Green'], ['Blue', 'Red', 'Green'], true],
  ])('of %j', (cells, expected, guess) => {
    const { ladder, report } = imported(rows(...cells));
    expect(titlesOf(ladder.levels)).toEqual(expected);
    expect(report.guesses.some((sentence) => sentence.includes('This order is a guess'))).toBe(guess);
  });

  it('may be stated', () => {
    const { ladder, report } = imported(rows('Gut', 'Toll', 'gut'), { levels: ['Naja', 'Toll', 'Gut'] });
    expect(titlesOf(ladder.levels)).toEqual(['Naja', 'Toll', 'Gut']);
    expect(report.guesses.join()).not.toContain('Levels, lowest first');
  });

  it('must have every level of the table, where it is stated', () => {
    expect(() => imported(rows('Gut', 'Toll'), { levels: ['Gut'] })).toThrow('--levels leaves out "Toll"');
  });

  it('tells the levels of a matrix from its wordings', () => {
    const { ladder } = imported(['Skill,A,B', 'x,Ja,Knows it', 'y,Blue,Sees it'], { levels: ['Blue', 'Red'] });
    expect(ladder.roles[0]!.requirements[1]).toMatchObject({ skill: 'y', level: 'blue' });
    expect(ladder.roles[1]!.requirements[0]).toMatchObject({ text: 'Knows it' });
  });
});

describe('names', () => {
  it('that differ in the point of a number are two', () => {
    const { ladder } = imported([
      'Role,Skill,Area,Responsibility',
      'Grade 1.5,V 1.0,A 1.2,Do',
      'Grade 15,V 10,A 12,Do',
    ]);
    expect(titlesOf(ladder.roles)).toEqual(['Grade 1.5', 'Grade 15']);
    expect(names(ladder)).toEqual(['V 1.0', 'V 10']);
    expect(titlesOf(ladder.areas)).toEqual(['A 1.2', 'A 12']);
  });

  it('that are taken for the same are told, but for capitals', () => {
    const { ladder, report } = imported(['Role,Skill', 'PM,A', 'P-M,B', 'pm,C']);
    expect(ladder.roles).toHaveLength(1);
    expect(report.guesses.filter((sentence) => sentence.includes('same role'))).toEqual([
      '"P-M" and "PM" are taken for the same role.',
    ]);
  });
});

describe('entries of lists', () => {
  it('are not parted in brackets, and may have a level and an importance behind them', () => {
    const { ladder, report } = imported([
      'Role,Skills',
      'A,"SQL (basic, must), Python: basic, Excel - advanced, Craft (Solid)"',
      'B,"SQL [n/a]; Word (Microsoft, 365); Python"',
    ]);
    expect(skillsOf(ladder)).toEqual({
      a: ['sql=basic=essential', 'python=basic', 'excel=advanced', 'craft=solid'],
      b: ['sql=n/a', 'word-microsoft-365', 'python'],
    });
    expect(report.guesses).toContain(
      'What stands behind a skill is read as its level or importance, as in "SQL (basic, must)".',
    );
    expect(report.guesses.find((sentence) => sentence.includes('brackets'))).toContain('"Word (Microsoft, 365)"');
  });

  it('have levels of the table alone where these recur and change', () => {
    const { ladder } = imported([
      'Role,Skills',
      'A,SQL (Blue); Go (Blue); Excel (Microsoft); Talk; Write',
      'B,SQL (Red); Go (Red); Word (Microsoft); Talk; Write',
    ]);
    expect(skillsOf(ladder)).toEqual({
      a: ['sql=blue', 'go=blue', 'excel-microsoft', 'talk', 'write'],
      b: ['sql=red', 'go=red', 'word-microsoft', 'talk', 'write'],
    });
  });

  it('have the levels that are stated', () => {
    const { ladder } = imported(['Role,Skills', 'A,SQL (Blue); Go'], { levels: ['Blue'] });
    expect(skillsOf(ladder)).toEqual({ a: ['sql=blue', 'go'] });
  });

  it('with a bracket that is never closed are parted all the same', () => {
    expect(names(imported(['Role,Skills', 'A,"a (b, c, d) e (f, g"']).ladder)).toEqual(['a (b, c, d) e (f', 'g']);
  });

  it('that are one letter are names; what names nothing is told', () => {
    const { ladder, report } = imported([
      'Role;Skills;Responsibilities',
      'A;"x; y; n/a";"no; Ship"',
      'B;"R; yes; -";n/a',
    ]);
    expect(skillsOf(ladder)).toEqual({ a: ['x', 'y'], b: ['r'] });
    expect(report.dropped).toEqual([
      { line: 2, what: 'A: n/a', why: 'it names no skill' },
      { line: 2, what: 'A: no', why: 'it names no responsibility' },
      { line: 3, what: 'B: yes', why: 'it names no skill' },
      { line: 3, what: 'B: n/a', why: 'it names no responsibility' },
    ]);
    expect(report.guesses).toContain('A dash says nothing: what stands there is not stated.');
  });
});

it.each(['#N/A', '#REF!', '#DIV/0!', '#NAME?', '#VALUE!', '#NULL!', '#NUM!', '#NV', '#BEZUG!'])(
  'what a spreadsheet says of a formula is no wording: %s',
  (error) => {
    const { ladder, report } = imported(['Skill,A,B', `x,1,${error}`, 'y,2,#hash']);
    expect(ladder.roles[1]!.requirements).toMatchObject([{ skill: 'y', text: '#hash' }]);
    expect(report.dropped).toEqual([
      { line: 2, what: `x / B: ${error}`, why: 'an error of the spreadsheet, read as an empty cell' },
    ]);
  },
);

describe('two rows of headers', () => {
  it.each([
    [',Engineer I,,Engineer II,', 'Skill,Level,Notes,Level,Notes'],
    ['Skill,Engineer I,,Engineer II,', ',Level,Notes,Level,Notes'],
  ])('of roles and what is said of each: %j', (top, below) => {
    const { ladder, report } = imported([top, below, 'SQL,2,"knows\nselect",3,joins', 'Hiring,n/a,,1,x', 'Go,,,2,']);
    expect(report).toMatchObject({ shape: 'rows', rows: 4, dropped: [] });
    expect(skillsOf(ladder)).toEqual({
      'engineer-i': ['sql=2', 'hiring=n/a'],
      'engineer-ii': ['sql=3', 'hiring=1', 'go=2'],
    });
    expect(ladder.roles[0]!.requirements[0]!.text).toBe('knows\nselect');
    expect(report.guesses).toContain('The table has two rows of headers: roles, and what is said of each.');
  });

  it('of tracks and roles', () => {
    const { ladder } = imported([',,IC,,Managers,', 'Group,Skill,PM,Senior,Lead,Head', 'Craft,SQL,1,2,3,3']);
    expect(ladder.roles.map(({ id, track }) => [id, track])).toEqual([
      ['pm', 'ic'],
      ['senior', 'ic'],
      ['lead', 'managers'],
      ['head', 'managers'],
    ]);
    expect(ladder.skills).toMatchObject([{ name: 'SQL', group: ['Craft'] }]);
  });

  it('that cannot be laid together are told, with what to do', () => {
    const { report } = imported(['Skill,Junior,,Senior,', 'SQL,1,now,2,later', 'Go,1,now,2,later']);
    expect(report.shape).toBe('matrix');
    expect(report.guesses.find((sentence) => sentence.startsWith('The columns #3, #5'))).toContain(
      'take the merging out, and give each column a header of its own',
    );
  });
});

describe('headers of other languages', () => {
  it.each([
    ['Rolle;Skill;Stufe;Wichtigkeit', 'Muss'],
    ['Rolle;Fähigkeit;Niveau;Priorität', 'Muss'],
    ['Poste;Compétence;Niveau;Importance', 'Obligatoire'],
    ['Puesto;Competencia;Nivel;Importancia', 'obligatorio'],
    ['Cargo;Habilidade;Nível;Prioridade', 'obrigatório'],
    ['Ruolo;Competenza;Livello;Importanza', 'obbligatorio'],
    ['Functie;Vaardigheid;Niveau;Belang', 'verplicht'],
  ])('%s', (header, must) => {
    const { ladder, report } = imported([header, `A;SQL;1;${must}`, 'A;Go;2;', 'B;SQL;2;']);
    expect(report.shape).toBe('rows');
    expect(skillsOf(ladder)).toEqual({ a: ['sql=1=essential', 'go=2'], b: ['sql=2'] });
  });

  it.each([
    [['Rooli,Taito,Taso', 'Junior,SQL,1', 'Junior,Go,2', 'Senior,SQL,2'], "--map 'Rooli=role'"],
    [['Name,Competency,Rating', 'Ann,SQL,3'], "--map 'Name=role'"],
    [['Rooli,Taito', 'Junior,SQL', 'Senior,Go'], "--map 'Rooli=role'"],
    [['Skill,Henkilö taso', 'SQL,A', 'SQL,B', 'Go,A', 'Go,B'], "--map 'Henkilö taso=role'"],
  ])('that nobody knows are refused with the way to say it: %j', (lines, hint) => {
    expect(() => imported(lines)).toThrow(
      expect.objectContaining({
        message: 'cannot import team.csv: line 1: no column holds roles',
        hint: expect.stringContaining(hint) as string,
      }) as Error,
    );
  });

  it.each([['Level'], ['Role'], ['Grade'], ['Stufe']])('of a matrix may be numbers of a %s', (word) => {
    const { ladder, report } = imported([`Skill,${word} 1,${word} 2,${word}3`, 'SQL,low,high,high', 'Go,,low,']);
    expect(report.shape).toBe('matrix');
    expect(titlesOf(ladder.roles)).toEqual([`${word} 1`, `${word} 2`, `${word}3`]);
  });

  it('of a matrix may be anything, where each row is about something else', () => {
    expect(imported(['Taito,Nuori,Vanha', 'SQL,1,2', 'Go,1,3']).report.shape).toBe('matrix');
  });
});

describe('a level that is the same in all rows of a role', () => {
  it('is its rank, where another column has the levels of skills', () => {
    const { ladder } = imported(['Role,Level,Skill,Proficiency', 'B,L2,SQL,basic', ',,Go,good', 'A,L1,SQL,basic']);
    expect(ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(skillsOf(ladder)).toEqual({ a: ['sql=basic'], b: ['sql=basic', 'go=good'] });
  });

  it('is a note where it has no number', () => {
    const { ladder, report } = imported(['Role,Level,Skill,Rating', 'A,Mid,SQL,1', 'A,Mid,Go,2', 'B,Top,Go,3']);
    expect(ladder.roles.map(({ notes }) => notes.map(({ text }) => text))).toEqual([['Level: Mid'], ['Level: Top']]);
    expect(report.guesses[0]).toContain('so it is the level of the role and not of a skill: note.');
  });
});

it('a level of no skill is told', () => {
  const { report } = imported(['Role,Skill,Level,Importance', 'A,x,1,', 'A,,2,must', 'A,-,3,', 'A,n/a,,']);
  expect(report.dropped).toEqual([
    { line: 3, what: 'A: 2, must', why: 'the row names no skill' },
    { line: 4, what: 'A: 3', why: 'the row names no skill' },
    { line: 5, what: 'A: n/a', why: 'it names no skill' },
  ]);
});

it('rows without cells are for a matrix alone', () => {
  expect(() => imported(['Role,Skill', 'A,x'], { emptyRows: 'groups' })).toThrow('the table is read as rows');
});

it('what is said of a skill that does not apply is taken as far as it goes together', () => {
  const { ladder } = imported(['Role,Skills', 'A,"SQL (n/a, basic); Go (basic, n/a); Vim (basic, advanced)"']);
  expect(skillsOf(ladder)).toEqual({ a: ['sql-n-a-basic', 'go-basic-n-a', 'vim-basic-advanced'] });
});

it('the report says what a column of a matrix was read as', () => {
  const options = { shape: 'matrix-by-role' } as const;
  const { report } = imported(['Employee level,SQL,Notes', 'Junior,basic,hello', 'Senior,advanced,'], options);
  expect(report.columns.map(({ field }) => field)).toEqual(['role', 'skill', 'note']);
});

it('the report has what the full check of the ladder says', () => {
  const { report } = imported(['Skill,A,B', 'SQL,1,2', 'Hiring,,']);
  expect(report.warnings.map(({ code }) => code)).toEqual(['unused', 'no-progressions']);
  expect(report.warnings.every(({ hint }) => hint !== undefined)).toBe(true);
  expect(report.warningCount).toBe(2);
});

describe('importance', () => {
  it.each([
    ['High', 'essential'],
    ['medium', 'useful'],
    ['LOW', 'optional'],
    ['Mandatory', 'essential'],
    ['critical', 'essential'],
    ['preferred', 'useful'],
    ['nice-to-have', 'optional'],
  ])('%s', (word, importance) => {
    expect(skillsOf(imported(['Role,Skill,Importance', `A,x,${word}`]).ladder)).toEqual({ a: [`x=${importance}`] });
  });

  it('that is none, and a no, are told with role and skill', () => {
    const { report } = imported(['Role,Skill,Level,Importance', 'A,x,1,B', 'A,y,no,']);
    expect(report.dropped.map(({ what }) => what)).toEqual(['A / x: B', 'A / y: no']);
  });
});
