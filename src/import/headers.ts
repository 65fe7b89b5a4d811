/**
 * What the columns of a table mean, by the many names that people give them.
 */
import { plainKey } from './name-key.ts';

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

/** The commonest words of other languages, without marks: German, French, Spanish, Portuguese, Italian, Dutch. */
const FOREIGN_NAMES: Readonly<Partial<Record<keyof typeof NAMES, string>>> = {
  role: 'rolle rollen stelle stellenbezeichnung funktion poste postes fonction emploi metier rol roles puesto puestos cargo cargos funcion funcao papel posto ruolo ruoli posizione mansione rollen functie functies functietitel',
  title: 'titel titre titulo titolo',
  rank: 'rang karrierestufe dienstgrad echelon rango grado grau categorieprofessionnelle schaal',
  track:
    'laufbahn karrierepfad fachrichtung filiere parcours trayectoria carrera trilha carreira percorso carriera loopbaan loopbaanpad',
  description: 'beschreibung descripcion descricao descrizione beschrijving',
  next: 'nachsterolle naechsterolle nachstestufe naechstestufe posteprochain prochainposte siguienterol siguientepuesto proximocargo prossimoruolo volgenderol volgendefunctie nachstestelle naechstestelle nachsteposition naechsteposition folgerolle folgestelle folgeposition postesuivant rolesuivant prochainrole fonctionsuivante proximorol proximopuesto siguientecargo proximopapel proximafuncao proximaposicao ruolosuccessivo posizionesuccessiva prossimaposizione volgendepositie vervolgfunctie vervolgrol',
  note: 'bemerkung bemerkungen notiz notizen kommentar kommentare commentaire commentaires remarque remarques comentario comentarios nota notas osservazioni commenti opmerking opmerkingen',
  skill:
    'fahigkeit fahigkeiten faehigkeit faehigkeiten fertigkeit fertigkeiten kompetenz kompetenzen kenntnis kenntnisse aptitude aptitudes savoirfaire competencia competencias habilidad habilidades habilidade competenza competenze abilita capacita vaardigheid vaardigheden competentie competenties',
  group:
    'gruppe kategorie kategorien categorie categories grupo groupe gruppo groep categoria categorias kompetenzgruppe',
  level: 'stufe stufen niveau niveaus kenntnisstand auspragung auspraegung nivel niveles niveis livello livelli',
  importance:
    'wichtigkeit bedeutung gewichtung prioritat prioritaet priorite importancia prioridad prioridade importanza priorita belang prioriteit',
  text: 'erwartung erwartungen attente attentes expectativa expectativas aspettativa aspettative verwachting verwachtingen',
  area: 'bereich bereiche handlungsfeld themenfeld domaine domaines ambito ambiti ambitos aree gebied gebieden',
  responsibility:
    'verantwortung verantwortlichkeit verantwortlichkeiten aufgabe aufgaben responsabilite responsabilites tache taches responsabilidad responsabilidades responsabilidade tarea tareas tarefa tarefas responsabilita compito compiti verantwoordelijkheid verantwoordelijkheden taak taken',
};

/** Plurals that do not end in s. */
const PLURALS = new Set(
  (
    'fahigkeiten faehigkeiten fertigkeiten kompetenzen kenntnisse aufgaben verantwortlichkeiten competenze abilita capacita ' +
    'responsabilita compiti vaardigheden verantwoordelijkheden taken'
  ).split(' '),
);

/** What a column may hold. */
export type Field = keyof typeof NAMES;

/** Everything that a column may hold, in the order in which help lists it. */
export const FIELDS = Object.keys(NAMES) as readonly Field[];

const BY_NAME = new Map(
  // What a word means in English wins.
  [FOREIGN_NAMES, NAMES].flatMap((names: Readonly<Partial<Record<Field, string>>>) =>
    FIELDS.flatMap((field) => (names[field] ?? '').split(' ').map((name) => [name, field] as const)),
  ),
);

/** Tells what a column holds by its header. */
export function fieldOf(header: string): Field | undefined {
  if (header.length > 60) return undefined;
  const name = plainKey(header);
  if (name === '') return undefined;
  const field = BY_NAME.get(name) ?? BY_NAME.get(name.replace(/\d+$/, ''));
  return field === 'ignore' ? undefined : field;
}

/** Tells whether a header speaks of several things: `Skills`. */
export function isPlural(header: string): boolean {
  return /s$/i.test(header.trim()) || PLURALS.has(plainKey(header));
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

/** Lays out what is known of columns. */
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
