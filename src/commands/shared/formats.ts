/**
 * What commands can be written as, where that is not what every report can; the usual format first.
 */
import { FORMATS } from '../../report/index.ts';

/** The usual ones, and a picture. */
export const COMPARE_FORMATS = [...FORMATS, 'svg'] as const;

/** What is for a document comes as one. */
export const FILL_FORMATS = ['markdown', 'text', 'json', 'csv'] as const;

/** The usual ones, and those that other programs draw. */
export const GRAPH_FORMATS = [...FORMATS, 'mermaid', 'dot', 'svg'] as const;

/** The usual ones, and the one that GitHub Actions reads. */
export const VALIDATE_FORMATS = [...FORMATS, 'github'] as const;

export const EXPORT_FORMATS = ['yaml', 'json', 'csv', 'xlsx', 'html', 'markdown'] as const;
