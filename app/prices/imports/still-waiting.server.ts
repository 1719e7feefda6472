import { Prisma } from '#app/platform/db/generated/client';

/** Of an observation `o`: put aside, not brought by a newer vintage since, and nobody has turned it down. */
export const STILL_WAITING = Prisma.sql`o.kind = 'quarantined'
  AND NOT EXISTS (SELECT 1 FROM "ObservationInForce" n
    WHERE n."seriesKey" = o."seriesKey" AND n.period = o.period AND (n."observationId" = o.id OR n."vintageOn" >= o."vintageOn"))
  AND NOT EXISTS (SELECT 1 FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND NOT d.accepted)`;
