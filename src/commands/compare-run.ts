/**
 * What `pmroles compare` does besides answering on standard output.
 */
import type { Catalog } from '../core/catalog.ts';
import type { Comparison } from '../core/compare.ts';
import { radarOf } from '../pictures/radar.ts';
import { writeRadar } from '../pictures/radar-svg.ts';
import type { Report } from '../report/report.ts';
import { FILTERS } from '../views/compare.ts';
import { COMPARE_FORMATS, type CompareFlags } from './compare.ts';
import type { Session } from './shared/session.ts';
import { formatFor, renderFor, writeTo } from './shared/write-to.ts';

/**
 * Writes a comparison to a file, or draws it.
 *
 * @throws PmrolesError `usage` for a comparison that makes no radar, `write-failed`
 */
export async function writeComparison(
  catalog: Catalog,
  comparison: Comparison,
  report: Report,
  flags: CompareFlags,
  session: Session,
): Promise<void> {
  const format = formatFor(flags, session.flags, COMPARE_FORMATS);
  const only = flags.only === undefined ? undefined : FILTERS[flags.only];
  const text =
    format === 'svg'
      ? writeRadar(radarOf(catalog, comparison), { only })
      : await renderFor(flags, format, 'compare', catalog, report, session);
  await writeTo(flags, session, text);
}
