import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const LINES_OF_A_MESSAGE = 12;

/**
 * Reporter of Vitest that writes to the file `CI_SUMMARY`: in the first line how many tests passed and how many failures there are, then
 * each failure. A file, a suite or a run that fails outside of its tests is a failure too.
 */
export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors, reason) {
    let passed = 0;
    const failures = [];
    for (const module of modules) {
      const file = relative('', module.moduleId);
      failures.push(...module.errors().map((error) => failureText(file, error)));
      for (const suite of module.children.allSuites()) {
        failures.push(...suite.errors().map((error) => failureText(`${file} > ${suite.fullName}`, error)));
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failures.push(failureText(`${file} > ${test.fullName}`, ...errors));
        if (state === 'pending') failures.push(`${file} > ${test.fullName}\n  did not end`);
      }
    }
    failures.push(...unhandledErrors.map((error) => failureText('outside of the tests', error)));
    if (reason !== 'passed' && failures.length === 0) failures.push(`the run ended as ${reason}, without a failed test`);
    writeFileSync(process.env.CI_SUMMARY, [`${passed} ${failures.length}`, ...failures, ''].join('\n'));
  }
}

function failureText(place, ...errors) {
  const lines = errors.flatMap((error) => (error.stack ?? `${error.name}: ${error.message}`).split('\n'));
  const own = lines.filter((line) => !line.includes('node_modules'));
  return [place, ...own.slice(0, LINES_OF_A_MESSAGE)].join('\n  ');
}
