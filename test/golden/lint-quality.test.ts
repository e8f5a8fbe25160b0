import { expect, test } from 'vitest';
import { lint } from '../../lib/lint/lint';
import { parseManifests } from '../../lib/manifests/read-manifests';
import { BORDER_CASES } from '../lint/border-cases';
import { FAULTS } from '../lint/faults';
import { MORE_FAULTS } from '../lint/more-faults';
import { REJECTED } from '../lint/rejected';
import { VALID_FILES, validText } from '../lint/texts';

/** Rules about missing objects: each faulty manifest is checked alone, without the objects that it refers to. */
const ABOUT_OTHERS = /-missing$|without-pods$|^autoscaler-target$|^route-without-service$/;

const ALL_FAULTS = [...FAULTS, ...MORE_FAULTS.map(([title, , manifest]) => [title, manifest] as const)];

const errorsIn = (manifest: string) => {
  const findings = lint(parseManifests(manifest, 'a.yaml')).filter(({ severity }) => severity === 'error');
  return findings.map(({ rule }) => rule).filter((rule) => !ABOUT_OTHERS.test(rule));
};
const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)}%)`;

/** Precision and recall of errors over the labelled manifests of test/lint, which the golden file states. */
test('no false errors, and at least 95% of the faults', async () => {
  const missed = ALL_FAULTS.filter(([, manifest]) => errorsIn(manifest).length === 0).map(([title]) => title);
  const valid = [
    ...VALID_FILES.map((file) => [file, validText(file)] as const),
    ...BORDER_CASES.map(([title, , manifest]) => [title, manifest] as const),
    ...REJECTED.map(({ rule, validation, valid: manifest }) => [`${rule}: ${validation}`, manifest] as const),
  ];
  const falseErrors = valid.flatMap(([title, manifest]) => errorsIn(manifest).map((rule) => `${rule} in ${title}`));
  const found = ALL_FAULTS.length - missed.length;
  expect(falseErrors).toEqual([]);
  expect(found / ALL_FAULTS.length).toBeGreaterThanOrEqual(0.95);
  const lines = [
    `Recall: ${share(found, ALL_FAULTS.length)} of the faults are errors of lint`,
    `Precision: ${share(found, found + falseErrors.length)} of the errors are faults, with ${valid.length} valid manifests`,
    'Missed faults:',
    ...missed.map((title) => `  ${title}`),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./lint-quality.txt');
});
