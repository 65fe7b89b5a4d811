/**
 * The forms of table that come in without a question, as people keep them.
 */
import { describe, expect, it } from 'vitest';
import { dutiesOf, imported, namesOf, skillsOf, titlesOf } from '../support/imported.ts';

describe('a matrix of skills and roles', () => {
  it('with numbers, groups and a description', async () => {
    const { ladder, report } = await imported([
      'Area,Competency,Description,Apprentice,Baker',
      'Dough,Kneading,Working the dough,2,3',
      ',Proving,,n/a,2',
      'Shop,Selling,At the till,,1',
    ]);
    expect(skillsOf(ladder)).toEqual({
      apprentice: ['kneading=2', 'proving=n/a'],
      baker: ['kneading=3', 'proving=2', 'selling=1'],
    });
    expect(ladder.skills.map(({ name, group, description }) => [name, group, description])).toEqual([
      ['Kneading', ['Dough'], 'Working the dough'],
      ['Proving', ['Dough'], undefined],
      ['Selling', ['Shop'], 'At the till'],
    ]);
    expect(report.columns.map(({ name, meaning, why }) => [name, meaning, why])).toEqual([
      ['Area', 'group', 'its header and its cells'],
      ['Competency', 'skill', 'its header'],
      ['Description', 'description', 'its header'],
      ['Apprentice', 'is-role', '2 cells, all levels'],
      ['Baker', 'is-role', '3 cells, all levels'],
    ]);
    expect(report).toMatchObject({ lost: [], aside: [] });
  });

  it.each([
    ['1', '0'],
    ['x', ''],
    ['✓', '✗'],
    ['yes', 'no'],
  ])('with marks: %s and %s', async (yes, no) => {
    const { ladder } = await imported(['Skill,Apprentice,Baker', `Kneading,${yes},${yes}`, `Baking,${no},${yes}`]);
    expect(skillsOf(ladder)).toEqual({ apprentice: ['kneading'], baker: ['kneading', 'baking'] });
    expect(ladder.levels).toEqual([]);
  });

  it('with a text in each cell, whatever the label is called', async () => {
    const lines = ['Domain,P1,P2', 'Kneading,by recipe,by feel', 'Selling,serves,"advises,\nlistens"'];
    expect(skillsOf((await imported(lines)).ladder)).toEqual({
      p1: ['kneading: by recipe', 'selling: serves'],
      p2: ['kneading: by feel', 'selling: advises,\nlistens'],
    });
  });

  it('with a number and a word for each level', async () => {
    const lines = ['Skill,Apprentice,Baker', 'Kneading,1 - Basic,3 - Proficient', 'Selling,2,Proficient'];
    const { ladder } = await imported(lines);
    expect(titlesOf(ladder.levels)).toEqual(['1 - Basic', '2', '3 - Proficient']);
    expect(skillsOf(ladder)).toEqual({
      apprentice: ['kneading=1-basic', 'selling=2'],
      baker: ['kneading=3-proficient', 'selling=3-proficient'],
    });
  });

  it('of importance', async () => {
    const { ladder } = await imported(['Skill,Apprentice,Baker', 'Kneading,must,must', 'Selling,,nice to have']);
    expect(skillsOf(ladder)).toEqual({
      apprentice: ['kneading=essential'],
      baker: ['kneading=essential', 'selling=optional'],
    });
  });

  it('in which one name stands for two skills', async () => {
    const { ladder, report } = await imported([
      'area,competency,Apprentice,Baker',
      'Bread,Quality check,1,2',
      'Cakes,Quality check,2,3',
      'Bread,Kneading,1,3',
    ]);
    expect(skillsOf(ladder)['apprentice']).toEqual(['bread-quality-check=1', 'cakes-quality-check=2', 'kneading=1']);
    expect(report.warnings).toEqual([]);
  });

  it('with rows about the roles, a title above, a sum, the header again and a legend below', async () => {
    const { ladder, report } = await imported([
      'Our bakery 2024,,',
      ',,',
      'Skill,Apprentice,Baker',
      'Next role,Baker,',
      'Kneading,1,3',
      'Total,1,3',
      'Skill,Apprentice,Baker',
      'Selling,2,2',
      ',,',
      'Legend:,,',
      '1 = Basic,,',
      '2 = Good,,',
      '3 = Expert,,',
    ]);
    expect(skillsOf(ladder)).toEqual({
      apprentice: ['kneading=1-basic', 'selling=2-good'],
      baker: ['kneading=3-expert', 'selling=2-good'],
    });
    expect(ladder.progressions).toMatchObject([{ from: 'apprentice', to: 'baker' }]);
    expect(report.lost).toEqual([]);
    expect(report.aside.map(({ line, why }) => [line, why])).toEqual([
      [1, 'it stands above the header'],
      [6, 'a sum of the table'],
      [7, 'the header once more'],
      ...[10, 11, 12, 13].map((line) => [line, 'a note below the table']),
    ]);
  });

  it('with tracks above the roles', async () => {
    const lines = [',,Craft,,Shop,', 'Group,Skill,Apprentice,Baker,Seller,Head', 'Dough,Kneading,1,3,1,2'];
    const { ladder } = await imported(lines);
    expect(Object.fromEntries(ladder.roles.map(({ id, track }) => [id, track]))).toEqual({
      apprentice: 'craft',
      baker: 'craft',
      seller: 'shop',
      head: 'shop',
    });
  });

  it('of responsibilities that some roles have', async () => {
    const { ladder } = await imported([
      'Responsibility,Apprentice,Baker',
      'Sweep the floor.,x,',
      'Light the oven.,x,x',
    ]);
    expect(dutiesOf(ladder)).toEqual({
      apprentice: ['General: Sweep the floor.', 'General: Light the oven.'],
      baker: ['General: Light the oven.'],
    });
  });

  it('with the roles down', async () => {
    const { ladder } = await imported(['Role,Grade,Kneading,Selling', 'Apprentice,1,Basic,', 'Baker,2,Expert,Basic']);
    expect(skillsOf(ladder)).toEqual({ apprentice: ['kneading=basic'], baker: ['kneading=expert', 'selling=basic'] });
    expect(ladder.roles.map(({ rank }) => rank)).toEqual([1, 2]);
  });
});

describe('a row a role and skill', () => {
  it('with levels, importance, wording, tracks and moves', async () => {
    const { ladder, report } = await imported([
      'Role,Skill,Proficiency,Importance,Expectation,Promotes to,Track',
      'Apprentice,Kneading,Beginner,must have,,Baker,Craft',
      ',Selling,n/a,,,,',
      'Baker,Kneading,Expert,nice to have,"Kneads\nby feel.",,Craft',
      'Baker,Selling,Intermediate,,,,',
    ]);
    expect(skillsOf(ladder)).toEqual({
      apprentice: ['kneading=beginner=essential', 'selling=n/a'],
      baker: ['kneading=expert=optional: Kneads\nby feel.', 'selling=intermediate'],
    });
    expect(titlesOf(ladder.levels)).toEqual(['Beginner', 'Intermediate', 'Expert']);
    expect(ladder.progressions).toMatchObject([{ from: 'apprentice', to: 'baker' }]);
    expect(report.readings).toContain('A row without a role is about the role above it.');
  });

  it('with a role level that tells the roles apart', async () => {
    const { ladder, report } = await imported([
      'Family,Role,Role Level,Skill Name,Skill Level',
      'Bakery,Baker,Apprentice baker,Kneading,Awareness',
      'Bakery,Baker,Master baker,Kneading,Expert',
      'Bakery,Baker,Apprentice baker,Selling,Working',
      'Bakery,Baker,Master baker,Selling,Practitioner',
    ]);
    expect(titlesOf(ladder.roles)).toEqual(['Apprentice baker', 'Master baker']);
    expect(ladder.tracks).toEqual([{ id: 'baker', title: 'Baker', description: 'Bakery' }]);
    expect(titlesOf(ladder.levels)).toEqual(['Awareness', 'Working', 'Practitioner', 'Expert']);
    expect(report.lost).toEqual([]);
  });

  it('with a level of the role beside that of the skill', async () => {
    const lines = [
      'Role,Level,Skill,Proficiency',
      'Baker,L2,Kneading,basic',
      ',,Selling,expert',
      'Apprentice,L1,Kneading,basic',
    ];
    const { ladder } = await imported(lines);
    expect(ladder.roles.map(({ id, rank }) => [id, rank])).toEqual([
      ['apprentice', 1],
      ['baker', 2],
    ]);
  });

  it('about responsibilities', async () => {
    const lines = ['Role,Area,Responsibility', 'Apprentice,Shop,Sweep the floor.', 'Baker,Oven,"Light it; watch it"'];
    expect(dutiesOf((await imported(lines)).ladder)).toEqual({
      apprentice: ['Shop: Sweep the floor.'],
      baker: ['Oven: Light it', 'Oven: watch it'],
    });
  });
});

describe('a row a role', () => {
  it.each([';', '|', '\n', ','])('with lists parted by %j', async (between) => {
    const list = (...entries: string[]): string => `"${entries.join(between)}"`;
    const { ladder } = await imported([
      'Role,required_skills,Aliases',
      `Apprentice,${list('Kneading', 'Baking')},${list('bread maker', 'baker man')}`,
      `Baker,${list('Baking', 'Teaching')},chief baker`,
    ]);
    expect(namesOf(ladder)).toEqual(['Kneading', 'Baking', 'Teaching']);
    expect(ladder.roles.map(({ aliases }) => aliases)).toEqual([['bread maker', 'baker man'], ['chief baker']]);
  });

  it('with what a skill needs behind it', async () => {
    const lines = ['Role,Skills', 'Baker,"Kneading (basic, must); Baking: expert; Selling (Fairs, 2024)"'];
    const { ladder } = await imported(lines);
    expect(skillsOf(ladder)).toEqual({
      baker: ['kneading=basic=essential', 'baking=expert', 'selling-fairs-2024'],
    });
  });

  it('with responsibilities, a summary and a next role', async () => {
    const lines = [
      'Role,Summary,Responsibilities,Next role',
      'Apprentice,Helps.,"• Sweep\n• Carry",Baker',
      'Baker,Bakes.,Bake,',
    ];
    const { ladder } = await imported(lines);
    expect(dutiesOf(ladder)).toEqual({ apprentice: ['General: Sweep', 'General: Carry'], baker: ['General: Bake'] });
    expect(ladder.roles.map(({ summary }) => summary.text)).toEqual(['Helps.', 'Bakes.']);
    expect(ladder.progressions).toMatchObject([{ from: 'apprentice', to: 'baker' }]);
  });
});

describe('several tables', () => {
  const needs = [
    'Role,Skill,Level',
    'Apprentice,Kneading,Awareness',
    'Apprentice,Selling,Working',
    'Baker,Kneading,Expert',
  ];
  const skills = [
    'Skill Name,Skill Description,Awareness,Working,Practitioner,Expert',
    'Kneading,Working the dough,knows dough,by recipe,by feel,teaches',
    'Selling,At the till,knows prices,sells alone,sells well,runs the shop',
  ];

  it('of roles and of what each level of a skill means are joined', async () => {
    const { ladder } = await imported(needs, {}, skills);
    expect(titlesOf(ladder.levels)).toEqual(['Awareness', 'Working', 'Practitioner', 'Expert']);
    expect(ladder.skills[0]).toMatchObject({ description: 'Working the dough', levels: { expert: 'teaches' } });
    expect(skillsOf(ladder)['baker']).toEqual(['kneading=expert']);
  });

  it('are joined where the levels are numbers, and their columns called so', async () => {
    const texts = ['Skill,Level 1,Level 2', 'Kneading,Knows dough,Kneads', 'Icing,Knows sugar,Ices'];
    const roles = ['Role,Skill,Level', 'Apprentice,Kneading,1', 'Baker,Kneading,2', 'Baker,Icing,2'];
    const { ladder } = await imported(roles, {}, texts);
    expect(titlesOf(ladder.roles)).toEqual(['Apprentice', 'Baker']);
    expect(ladder.skills[0]!.levels).toEqual({
      [ladder.levels[0]!.id]: 'Knows dough',
      [ladder.levels[1]!.id]: 'Kneads',
    });
    expect(skillsOf(ladder)['apprentice']).toEqual([`kneading=${ladder.levels[0]!.id}`]);
  });

  it('of roles and of moves are joined', async () => {
    const moves = ['From,To,Kind', 'Apprentice,Baker,promotion', 'Baker,Apprentice,step back'];
    const { ladder } = await imported(needs, {}, moves);
    expect(ladder.progressions).toMatchObject([
      { from: 'apprentice', to: 'baker', kind: 'promotion' },
      { from: 'baker', to: 'apprentice', kind: 'step-back' },
    ]);
  });

  it('of moves alone are a ladder', async () => {
    const { ladder } = await imported(['From,To', 'Apprentice,Baker', 'Baker,Master']);
    expect(ladder.roles.map(({ id, rank }) => `${id} ${rank}`)).toEqual(['apprentice 1', 'baker 2', 'master 3']);
  });

  it('that know nothing of one another are refused', async () => {
    const others = ['Skill Name,Awareness,Working,Practitioner,Expert', 'Sailing,a,b,c,d', 'Rowing,a,b,c,d'];
    await expect(imported(needs, {}, others)).rejects.toMatchObject({
      code: 'ladder-invalid',
      message: 'cannot import more-1.csv: it explains 0 of the 2 skills that the roles need',
    });
  });

  it.each([[skills], [['competency_id,name,description,organization_id', '1,Kneading,Working the dough,2']]])(
    'of skills alone are refused, with what is missing: %j',
    async (lines) => {
      await expect(imported(lines)).rejects.toMatchObject({
        message: 'cannot import team.csv: line 1: it lists skills, and no roles',
        hint: expect.stringContaining('a table that says which role needs which skill') as string,
      });
    },
  );
});

describe('moves', () => {
  const rows = [
    'Role,Track,Grade,Skills',
    'Apprentice,Craft,1,Kneading',
    'Baker,Craft,2,Baking',
    'Seller,Shop,1,Selling',
    'Head,Shop,3,Leading',
  ];

  it('are none where no column says so, and that is said', async () => {
    const { ladder, report } = await imported(rows);
    expect(ladder.progressions).toEqual([]);
    expect(report.readings.join()).toContain('--moves by-rank makes them');
  });

  it('by rank go up on each track, and are editorial', async () => {
    const { ladder, report } = await imported(rows, { moves: 'by-rank' });
    expect(ladder.progressions.map(({ from, to, kind, basis }) => [from, to, kind, basis])).toEqual([
      ['apprentice', 'baker', 'promotion', 'editorial'],
      ['seller', 'head', 'promotion', 'editorial'],
    ]);
    expect(report.readings).toContain(
      'No column says which role leads to which: 2 moves were made, one rank up on each track.',
    );
  });
});

describe('ranks', () => {
  it('fall where the titles do', async () => {
    const { ladder, report } = await imported(['Skill,Head baker,Senior baker,Junior baker', 'Kneading,3,2,1']);
    expect(titlesOf(ladder.roles)).toEqual(['Junior baker', 'Senior baker', 'Head baker']);
    expect(report.readings.join()).toContain('the most senior first, as the titles say');
  });

  it('begin anew on each track', async () => {
    const lines = [',Craft,,Shop,', 'Skill,Apprentice,Baker,Seller,Head seller', 'Kneading,1,3,1,2'];
    const { ladder } = await imported(lines);
    expect(Object.fromEntries(ladder.roles.map(({ id, rank }) => [id, rank]))).toEqual({
      apprentice: 1,
      baker: 2,
      seller: 1,
      'head-seller': 2,
    });
  });

  it('of before stay, and new roles stand between those around them', async () => {
    const lines = [
      'Role,Skills',
      'Apprentice,x1',
      'Oven lead,x1',
      'Baker,x1',
      'Shift lead,x1',
      'Master,x1',
      'Chief,x1',
    ];
    const { ladder } = await imported(lines, { ranks: { apprentice: 1, baker: 2, master: 5 } });
    expect(Object.fromEntries(ladder.roles.map(({ id, rank }) => [id, rank]))).toEqual({
      apprentice: 1,
      'oven-lead': 1.5,
      baker: 2,
      'shift-lead': 3,
      master: 5,
      chief: 6,
    });
  });

  it('may be Roman numerals, where all are', async () => {
    const { ladder } = await imported(['Role,Grade,Skills', 'A,IV,Baking', 'B,ix,Baking', 'C,XII,Baking']);
    expect(ladder.roles.map(({ rank }) => rank)).toEqual([4, 9, 12]);
  });
});

describe('ids', () => {
  it('are slugs, unique, with something to fall back on', async () => {
    const titles = ['C++', 'C#', 'C', '工程师', 'Größe & Co', 'a b', 'A B 2', '__proto__', '.NET', '💻'];
    const { ladder } = await imported(['Role', ...titles]);
    expect(ladder.roles.map(({ id }) => id)).toEqual([
      'c-plus-plus',
      'c-sharp',
      'c',
      'role-1',
      'grosse-and-co',
      'a-b',
      'a-b-2',
      'proto',
      'dot-net',
      'role-2',
    ]);
  });

  it('may be kept for titles that changed', async () => {
    const { ladder } = await imported(['Role,Skills', 'Master baker,Kneading dough'], {
      ids: { roles: { 'Master baker': 'baker' }, skills: { 'kneading dough': 'kneading' } },
    });
    expect(skillsOf(ladder)).toEqual({ baker: ['kneading'] });
  });
});

describe('headers of other languages', () => {
  it.each([
    ['Rolle;Skill;Kenntnisstand;Wichtigkeit', 'Muss'],
    ['Poste;Compétence;Niveau;Importance', 'Obligatoire'],
    ['Puesto;Competencia;Nivel;Importancia', 'obligatorio'],
    ['Cargo;Competência;Nível;Prioridade', 'obrigatório'],
    ['Ruolo;Competenza;Livello;Importanza', 'obbligatorio'],
    ['Functie;Vaardigheid;Niveau;Belang', 'verplicht'],
  ])('%s', async (header, must) => {
    const { ladder } = await imported([header, `A;SQL;1;${must}`, 'A;Go;2;', 'B;SQL;2;']);
    expect(skillsOf(ladder)).toEqual({ a: ['sql=1=essential', 'go=2'], b: ['sql=2'] });
  });
});
