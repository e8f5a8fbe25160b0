import { z } from 'zod';
import { Count, CountOrNone } from './scalars';

/** Sizes of one component that the document gives, where the tier has others. */
export const PublishedSize = z.strictObject({
  instances: Count.optional().describe('Maximum number of instances of a service. Default: that of the tier, as for all sizes below.'),
  databasePool: Count.optional().describe('Database connections of one instance of a service.'),
  readReplicas: CountOrNone.optional().describe('Number of read replicas of a database.'),
  serverConnections: Count.optional().describe('Connections of the pooler to the server of a database.'),
  limit: Count.optional().describe('The only limit of an external service, in its own unit.'),
});
export type PublishedSize = z.infer<typeof PublishedSize>;
