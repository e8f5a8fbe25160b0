import { z } from 'zod';
import { Amount } from './amount';
import { Id, Positive } from './scalars';

/** The duration of a search in an index with a number of vectors. */
export const SearchPoint = z.strictObject({
  vectors: Positive.describe('Vectors in the index.'),
  seconds: Amount.describe('Seconds that a search of them holds the resource.'),
});

/** A search in one of several vector indexes, whose duration depends on the number of vectors in it. */
export const IndexSearch = z.strictObject({
  index: z
    .enum(['exact', 'hnsw'])
    .describe(
      'Growth beyond the last point. `exact`: a search compares all vectors, so that its seconds grow with their number. `hnsw`: with the logarithm of their number.',
    ),
  stored: Id.describe('Id of the operation whose sessions are the stored items, such as documents.'),
  vectorsEach: Positive.default(1).describe('Vectors of one stored item, such as the chunks of a document. Default: 1.'),
  indexes: Id.describe('Id of the operation whose sessions are the indexes, such as knowledge bases. A search is in one of them.'),
  points: z
    .array(SearchPoint)
    .min(1)
    .refine((points) => points.every(({ vectors }, at) => at === 0 || vectors > (points[at - 1]?.vectors ?? 0)), {
      error: 'points in ascending order of vectors',
    })
    .describe(
      'Known durations, in ascending order of vectors. Between two points, the duration is a power of the number of vectors. Fewer vectors than those of the first point count like the first point.',
    ),
});
export type IndexSearch = z.infer<typeof IndexSearch>;
