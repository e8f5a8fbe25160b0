import { blueprintFor } from '../lib/answers/blueprint-for';
import { priceTemplates } from '../lib/answers/price-templates';
import { synthesize } from '../lib/aws/app';
import { parseTemplate } from '../lib/cloudformation/parse-template';
import { type Benchmark, type Contestant, mediansMs, msText } from './measure';

const REGION = 'us-east-1';
const SIZES = [1_000, 3_000, 10_000] as const;
const ROUNDS = 5;
const LARGEST_AT_MOST_MS = 1_000;
/** Time must grow linearly with the number of resources; the tolerance is for noise and garbage collection. */
const GROWTH_AT_MOST = 1.5;

/** From a template to the totals of its estimate, for increasing numbers of resources. */
export const pricingBenchmark: Benchmark = {
  name: 'pricing',
  measure() {
    const medians = mediansMs(SIZES.map(pricing), ROUNDS);
    const [small = 0, , large = 0] = medians;
    const growth = large / small / (SIZES[2] / SIZES[0]);
    const measured = SIZES.map((size, index) => `${size.toLocaleString('en-US')} resources ${msText(medians[index] ?? 0)}`).join(', ');
    return [
      {
        what: 'pricing a template of 10,000 resources',
        measured: `${measured} (medians of ${ROUNDS})`,
        goal: `at most ${msText(LARGEST_AT_MOST_MS)}`,
        holds: large <= LARGEST_AT_MOST_MS,
      },
      {
        what: 'time for each resource, of 10,000 against 1,000',
        measured: `${growth.toFixed(2)} ×`,
        goal: `at most ${GROWTH_AT_MOST} ×, which is linear`,
        holds: growth <= GROWTH_AT_MOST,
      },
    ];
  },
};

function pricing(size: number): Contestant {
  const text = templateText(size);
  return { name: `${size} resources`, run: () => price(text) };
}

/** Throws an error if the estimate is incomplete, so that only complete estimates are measured. */
function price(text: string): void {
  const template = parseTemplate(text, 'bench.json', REGION);
  const { resources } = priceTemplates([template], REGION);
  if (resources.total !== template.resources.length)
    throw new Error(`${resources.total} of ${template.resources.length} resources are in the estimate`);
  if (resources.unpriced > 0) throw new Error(`${resources.unpriced} resources have no price`);
}

/** Copies of the very large tier, each with its own logical ids and references. */
function templateText(size: number): string {
  const [stack] = synthesize(blueprintFor({ system: 'aiva', tier: 'very-large', region: REGION }));
  const resources = Object.entries((stack?.template.Resources ?? {}) as Readonly<Record<string, unknown>>);
  const ids = new Set(resources.map(([id]) => id));
  const copies = Array.from({ length: size }, (_, index) => {
    const [id, resource] = resources[index % resources.length] ?? ['', {}];
    const copy = Math.floor(index / resources.length);
    return [`${id}${copy}`, renamed(resource, ids, copy)] as const;
  });
  return JSON.stringify({ Metadata: stack?.template.Metadata, Resources: Object.fromEntries(copies) });
}

/** Replaces every string that is a logical id (`Ref`, `Fn::GetAtt`, `DependsOn`) with that of the copy. */
function renamed(value: unknown, ids: ReadonlySet<string>, copy: number): unknown {
  if (typeof value === 'string') return ids.has(value) ? `${value}${copy}` : value;
  if (Array.isArray(value)) return value.map((part) => renamed(part, ids, copy));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, ids, copy)]));
}
