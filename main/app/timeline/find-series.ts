import type { VisitId } from '../../../shared/ids.ts';
import type { TherapySeries } from '../../../shared/visit-card.ts';
import { therapySeries, wordTherapySeries } from '../../reading/visits/therapy-series.ts';
import type { ReadCase } from '../../store/case-file.ts';
import { visitsOfKind } from '../../store/visits.ts';

/** The courses of therapy of a case as they stand now, whatever was decided of their visits. */
export const findSeries = (file: ReadCase): TherapySeries[] =>
  therapySeries(visitsOfKind(file, 'therapy').map((visit) => ({ ...visit, key: visit.id }))).map((series) => ({
    visits: series.keys as VisitId[],
    line: wordTherapySeries(series),
  }));
