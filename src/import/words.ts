/**
 * The words that people write into the headers and cells of their tables, in the languages that are known here. Data alone: what
 * is not here is asked. Words stand as `plainKey` makes them: lower case, without spaces, punctuation and marks on letters.
 */

/** What a column may be called. `sure` leaves no doubt; `maybe` also means other things, so that the cells must agree. */
export const HEADERS = {
  role: {
    sure:
      'role roles rolename roletitle position positiontitle positions jobrole designation ' +
      'rolle rollen stelle stellenbezeichnung poste fonction emploi metier puesto cargo ruolo mansione functie functietitel',
    maybe: 'job jobs jobname funktion postes rol papel posto posizione',
  },
  title: { sure: 'jobtitle displaytitle displayname', maybe: 'title titel titre titulo titolo' },
  alias: { sure: 'alias aliases aka alsoknownas othernames othertitles synonyms' },
  rank: {
    sure: 'rank seniority grade joblevel rolelevel careerlevel joblevelnumber band jobgrade rang karrierestufe echelon grado',
    maybe: 'ranking order reihenfolge ordre orden',
  },
  track: {
    sure: 'track careertrack careerpath laufbahn karrierepfad filiere trilha carriera loopbaan loopbaanpad',
    maybe:
      'jobfamily family stream discipline department team fachrichtung parcours trayectoria carrera carreira percorso',
  },
  summary: { sure: 'summary purpose rolesummary jobsummary roledescription jobdescription', maybe: 'about mission' },
  next: {
    sure:
      'next nextrole nextroles nextposition nextjob nextstep promotesto promotionto promotedto leadsto progressesto growsinto ' +
      'nachsterolle naechsterolle nachstestelle naechstestelle nachsteposition naechsteposition folgerolle folgestelle ' +
      'prochainposte prochainrole postesuivant rolesuivant siguienterol siguientepuesto proximorol proximopuesto proximocargo ' +
      'proximopapel prossimoruolo ruolosuccessivo volgenderol volgendefunctie vervolgfunctie vervolgrol',
    maybe: 'nextlevel nachstestufe naechstestufe',
  },
  note: {
    sure: 'note notes comment comments remark remarks bemerkung bemerkungen notiz notizen kommentar kommentare commentaire commentaires remarque remarques comentario comentarios nota notas opmerking opmerkingen',
  },
  skill: {
    sure:
      'skill skills skillname requiredskills requiredskill keyskills coreskills skillsrequired competency competencies ' +
      'competencyname competence competences capability capabilities ' +
      'fahigkeit fahigkeiten faehigkeit faehigkeiten fertigkeit fertigkeiten kompetenz kompetenzen savoirfaire competencia ' +
      'competencias habilidad habilidades habilidade competenza competenze vaardigheid vaardigheden competentie competenties',
    maybe: 'ability abilities requirement requirements kenntnis kenntnisse aptitude aptitudes abilita capacita',
  },
  group: {
    sure: 'group skillgroup category skillcategory competencycategory competencygroup gruppe kategorie kompetenzgruppe grupo groupe gruppo groep categoria categorie',
    maybe:
      'cluster domain type skilltype area areas dimension theme pillar bereich bereiche domaine ambito gebied themenfeld handlungsfeld',
  },
  description: {
    sure: 'description details definition skilldescription beschreibung descripcion descricao descrizione beschrijving',
  },
  level: {
    sure: 'level skilllevel proficiency proficiencylevel competencylevel expectedlevel requiredlevel targetlevel mastery kenntnisstand auspragung auspraegung',
    maybe: 'levels rating score stufe niveau nivel livello',
  },
  importance: {
    sure: 'importance necessity wichtigkeit importancia importanza belang',
    maybe:
      'priority weight need bedeutung gewichtung prioritat prioritaet priorite prioridad prioridade priorita prioriteit',
  },
  text: {
    sure: 'expectation expectations wording behaviour behaviours behavior behaviors indicator indicators erwartung erwartungen attente attentes expectativa expectativas verwachting verwachtingen',
    maybe: 'text evidence',
  },
  responsibility: {
    sure:
      'responsibility responsibilities keyresponsibilities mainresponsibilities duty duties accountability accountabilities ' +
      'verantwortung verantwortlichkeit verantwortlichkeiten aufgabe aufgaben responsabilite responsabilites responsabilidad ' +
      'responsabilidades responsabilidade responsabilita verantwoordelijkheid verantwoordelijkheden',
    maybe: 'task tasks tache taches tarea tareas tarefa tarefas compito compiti taak taken',
  },
  area: { sure: 'responsibilityarea areaofresponsibility' },
  from: { sure: 'from fromrole von de desde da van' },
  to: { sure: 'to torole nach a vers hacia para naar' },
  kind: { sure: 'kind movekind kindofmove art', maybe: 'typ tipo' },
} as const satisfies Readonly<Record<string, { readonly sure: string; readonly maybe?: string }>>;

/** Columns about the sheet and not about the ladder. None is taken for anything, and none is left out, without being asked about. */
export const OF_THE_SHEET =
  'id ids no nr number key code index uuid competencyid skillid roleid organizationid weight total totals sum average avg mean ' +
  'count headcount fte salary pay link links url owner author email date created createdat updated lastupdated modified version status ' +
  'target current actual required expected gap self selfassessment rationale reason example examples source sources ' +
  'summe gesamt durchschnitt anzahl datum besitzer geandert stand moyenne somme promedio media gemiddelde';

/** Scales of proficiency that people use, each the lowest first. Two words are in a known order where one scale has both. */
export const SCALES: readonly string[] = [
  'unaware awareness working practitioner expert',
  'none aware awareness basic working intermediate advanced expert',
  'novice advancedbeginner competent proficient expert master',
  'novice beginner basic competent intermediate proficient advanced expert',
  'fundamentalawareness novice intermediate advanced expert',
  'none beginner elementary basic intermediate upperintermediate advanced expert master',
  'foundation foundational intermediate practitioner advanced expert leading',
  'basic working independent advanced expert',
  'developing competent proficient skilled advanced expert',
  'learning developing proficient strong expert',
  'basic good verygood excellent expert',
  'verylow low medium moderate high veryhigh expert',
  'trainee practitioner seniorpractitioner expert',
  'emerging developing proficient advanced leading',
  'keine grundlagen grundkenntnisse gut sehrgut experte',
  'anfanger grundkenntnisse fortgeschritten experte',
  'anfaenger grundkenntnisse fortgeschritten experte',
  'niedrig mittel hoch sehrhoch',
  'aucun debutant notions intermediaire avance confirme expert',
  'faible moyen bon tresbon excellent',
  'faible moyen eleve',
  'ninguno principiante basico intermedio avanzado experto',
  'bajo medio alto muyalto',
  'nenhum iniciante basico intermediario avancado especialista',
  'baixo medio alto',
  'nessuno principiante base intermedio avanzato esperto',
  'basso medio alto',
  'geen beginner basis gemiddeld gevorderd expert',
  'laag gemiddeld hoog',
];

/** Words in the titles of roles that tell how senior one is, the most junior first. */
export const SENIORITY =
  'intern trainee apprentice graduate junior associate mid senior staff lead principal manager head director vp chief';

/** Words that titles of roles are made of, besides those of seniority. */
export const ROLE_WORDS =
  'engineer developer designer analyst manager officer consultant specialist assistant coordinator architect administrator ' +
  'scientist researcher owner executive president cpo cto ceo coo cfo pm leiter leiterin entwickler responsable ingenieur directeur director jefe gerente';

export const IMPORTANCE_WORDS = {
  essential:
    'essential must musthave required mandatory critical crucial core muss pflicht erforderlich zwingend obligatoire requis ' +
    'indispensable obligatorio imprescindible essenziale obbligatorio essencial obrigatorio verplicht vereist',
  useful:
    'useful should shouldhave preferred desirable desired important recommended soll wichtig wunschenswert wuenschenswert ' +
    'souhaite recommande deseable recomendado desejavel desiderabile consigliato gewenst',
  optional: 'optional could couldhave nicetohave bonus plus kann optionnel facultatif opcional opzionale optioneel',
} as const;

/** Degrees, which are an importance in a column of importance alone. */
export const DEGREES = {
  essential: 'high veryhigh highest hoch sehrhoch eleve alto alta hoog',
  useful: 'medium mid moderate mittel moyen moyenne medio media gemiddeld',
  optional: 'low verylow lowest niedrig gering faible bajo baja baixo baixa basso bassa laag',
} as const;

export const CELLS = {
  notApplicable:
    'na notapplicable nonapplicable notrequired notneeded notrelevant entfallt entfaellt nichtanwendbar sansobjet noaplica naoseaplica nonapplicabile nvt',
  yes: 'x yes y true ja oui si sim',
  no: 'no n false nein non nao nee',
} as const;

/** What is written where nothing is known yet: `N/D`, `TBD`, `k. A.`; the letters alone may be a name. */
export const NOT_KNOWN =
  /^(?:n\s?\/\s?[dc]\.?|n\.\s?[dc]\.|k\.\s?a\.|t\.?b\.?[dca]\.?|to be (?:defined|decided|confirmed)|por definir|a definir|da definire|à définir|noch offen|nog te bepalen)$/iu;

/** How a row of sums begins, and what such a sum may be of. */
export const TOTALS =
  'total totals totaal totale totali totaux subtotal grandtotal sum summe zwischensumme gesamt gesamtsumme insgesamt somme suma ' +
  'soma somma average averages avg mean median durchschnitt mittelwert schnitt moyenne mediane promedio mediana gemiddelde count anzahl aantal';
export const COUNTED =
  'score scores point points value values number numbers row rows entry entries people headcount fte employees staff count total ' +
  'average skill skills role roles punkte werte personen mitarbeiter puntos valores personas valeurs personnes punti valori persone ' +
  'pontos pessoas punten waarden of de des der du del dei di da do van von per je par por all alle todos tutti tous';

/** How notes below a table begin, without marks on letters; `Source control` is a skill. */
export const FOOTNOTE =
  /^(?:[*†‡©]|(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?|notes?|notas?|nb|n\.b\.|anmerkung(?:en)?|hinweise?|remarques?|opmerking(?:en)?|legend[ae]?|legende|key|scale|skala|stand|as of|version)(?:\s*[:–—]|\s+\d|$)|(?:last )?updated\b|zuletzt (?:aktualisiert|geandert)|derniere mise a jour|ultima actualizacion|ultimo aggiornamento|laatst (?:bijgewerkt|gewijzigd))/iu;

/** What the kind of a move is called. */
export const MOVE_KINDS = {
  promotion: 'promotion promoted promote up beforderung befoerderung ascenso promocion promozione promotie',
  lateral: 'lateral sideways seitlich horizontal',
  'track-change': 'trackchange changeoftrack trackswitch switch wechsel',
  'step-back': 'stepback stepdown down demotion ruckschritt rueckschritt',
} as const;

/** Plurals that do not end in s, for lists parted by commas. */
export const PLURALS =
  'fahigkeiten faehigkeiten fertigkeiten kompetenzen kenntnisse aufgaben verantwortlichkeiten competenze abilita capacita responsabilita compiti vaardigheden verantwoordelijkheden taken';
