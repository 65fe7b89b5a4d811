/**
 * What the columns of a table mean, by the many names that people give them.
 */
import { foldName } from '../core/names.ts';

/** What a column may hold, and how people call it: lower case, without spaces and punctuation. */
const NAMES = {
  role: 'role roles rolename roletitle position positiontitle positions job jobs jobname jobrole designation',
  title: 'title jobtitle displayname displaytitle',
  alias: 'alias aliases aka alsoknownas othernames othertitles synonyms',
  rank: 'rank ranking seniority grade joblevel rolelevel careerlevel joblevelnumber band jobgrade',
  track: 'track careertrack careerpath jobfamily family stream discipline department team',
  summary: 'summary purpose rolesummary jobsummary roledescription jobdescription about mission',
  description: 'description details definition',
  next: 'next nextrole nextroles nextposition nextjob nextstep nextlevel promotesto promotionto promotedto leadsto progressesto growsinto',
  note: 'note notes comment comments remark remarks',
  skill:
    'skill skills skillname competency competencies competence competences capability capabilities ability abilities requirement requirements',
  group: 'group skillgroup category skillcategory competencycategory competencygroup cluster domain type skilltype',
  level:
    'level levels skilllevel proficiency proficiencylevel competencylevel expectedlevel requiredlevel targetlevel mastery rating score',
  importance: 'importance priority necessity weight need',
  text: 'text expectation expectations wording behaviour behaviours behavior behaviors indicator indicators evidence skilldescription',
  area: 'area areas responsibilityarea areaofresponsibility dimension theme pillar',
  responsibility:
    'responsibility responsibilities keyresponsibilities mainresponsibilities duty duties accountability accountabilities task tasks',
  ignore: 'ignore',
} as const;

/** What a column may hold. */
export type Field = keyof typeof NAMES;

/** Everything that a column may hold, in the order in which help lists it. */
export const FIELDS = Object.keys(NAMES) as readonly Field[];

const BY_NAME = new Map(FIELDS.flatMap((field) => NAMES[field].split(' ').map((name) => [name, field] as const)));

/**
 * Tells what a column holds by its header.
 *
 * @param header the header as it stands; `Skill 2` is a skill
 * @returns undefined where the header is none of the names
 */
export function fieldOf(header: string): Field | undefined {
  if (header.length > 60) return undefined;
  const name = foldName(header);
  const field = BY_NAME.get(name) ?? BY_NAME.get(name.replace(/\d+$/, ''));
  return field === 'ignore' ? undefined : field;
}

/** Tells whether a header speaks of several things: `Skills`. */
export function isPlural(header: string): boolean {
  return /(?:s|ies)$/i.test(header.trim());
}

/** The columns of a table. */
export interface Columns {
  /** What each column holds, by its place; undefined where that is not known. */
  readonly fields: readonly (Field | undefined)[];
  /** The places of the columns that hold something, left to right. */
  readonly of: (field: Field) => readonly number[];
  /** The places of the columns with a header that is not known. */
  readonly unknown: readonly number[];
}

/**
 * Lays out what is known of columns.
 *
 * @param header the headers
 * @param fields what each column holds
 */
export function columnsOf(header: readonly string[], fields: readonly (Field | undefined)[]): Columns {
  const places = new Map<Field, number[]>();
  fields.forEach((field, place) => {
    if (field === undefined) return;
    const known = places.get(field);
    if (known) known.push(place);
    else places.set(field, [place]);
  });
  return {
    fields,
    of: (field) => places.get(field) ?? [],
    unknown: header.flatMap((name, place) => (fields[place] === undefined && name !== '' ? [place] : [])),
  };
}
