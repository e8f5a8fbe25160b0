import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fixManifests, writeFixes } from '../../lib/answers/lint-fix';
import { encodeText } from '../../lib/io/decode-text';
import { API_CHANGES } from '../../lib/lint/removed-apis';
import { kindOf } from '../../lib/lint/schema';
import { VALID_FILES, validText } from './texts';

const folder = mkdtempSync(join(tmpdir(), 'fix-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FILE = join(folder, 'manifest.yaml');

/** The text after all corrections, and the rules of the corrected findings. A second run must correct nothing. */
function fixed(text: string): { readonly text: string; readonly rules: readonly string[] } {
  writeFileSync(FILE, text);
  const { answer, files } = fixManifests([FILE]);
  writeFixes(files);
  const { files: more } = fixManifests([FILE]);
  expect(more).toEqual([]);
  return { text: readFileSync(FILE, 'utf8'), rules: answer.fixed.map(({ rule }) => rule) };
}

const POD = `apiVersion: v1
kind: Pod # a pod
metadata:
  name: web
  labels: { app: web }
spec:
  restartPolicy:   Always   # as before
  containers:
    - name: 'web'
      image: "example.com/web:1"
      args: [ serve ,"--fast" ]
      ports:
        - containerPort: 8080
          protocol: TCP
      env:
        - { name: PORT, value: '8080' }
      resources: { requests: { cpu: 100m, memory: 64Mi } }
`;

/** A change of the pod that breaks it, and what the correction writes in its place. */
const CORRECTIONS: readonly (readonly [title: string, from: string, broken: string, corrected: string, rule: string])[] = [
  ['a number where a string is required', "value: '8080'", 'value: 8080', 'value: "8080"', 'wrong-type'],
  ['a number as it is written', 'app: web', 'app: 1.10', 'app: "1.10"', 'wrong-type'],
  ['a boolean of YAML 1.1 in a label', 'app: web', 'app: y', 'app: "y"', 'wrong-type'],
  ['a string where a number is required', 'containerPort: 8080', 'containerPort: "8080"', 'containerPort: 8080', 'wrong-type'],
  [
    'a string where a boolean is required',
    'restartPolicy:',
    "hostNetwork: 'false'\n  restartPolicy:",
    'hostNetwork: false\n  restartPolicy:',
    'wrong-type',
  ],
  ['the letter case of a value', 'Always ', 'always ', 'Always ', 'bad-value'],
  ['the letter case of a quoted value', 'protocol: TCP', "protocol: 'tcp'", "protocol: 'TCP'", 'bad-value'],
  ['the letter case of a field', 'restartPolicy:', 'restartpolicy:', 'restartPolicy:', 'unknown-field'],
  ['the letter case of a binary suffix', '64Mi', '64mi', '64Mi', 'bad-quantity'],
  ['a line twice', 'protocol: TCP\n', 'protocol: TCP\n          protocol: TCP\n', 'protocol: TCP\n', 'duplicate-key'],
  [
    'a deprecated label of nodes',
    'restartPolicy:',
    'nodeSelector: { beta.kubernetes.io/arch: amd64 }\n  restartPolicy:',
    'nodeSelector: { kubernetes.io/arch: amd64 }\n  restartPolicy:',
    'deprecated-key',
  ],
];

describe('a correction changes its place and nothing else', () => {
  test.each(CORRECTIONS)('%s', (_title, from, broken, corrected, rule) => {
    expect(POD.split(from)).toHaveLength(2);
    expect(fixed(POD.replace(from, broken))).toEqual({ text: POD.replace(from, corrected), rules: [rule] });
  });

  test('a version that another one replaces without notable changes', () => {
    const role = 'apiVersion: rbac.authorization.k8s.io/v1beta1 # old\nkind: Role\nmetadata: { name: a }\nrules: []\n';
    expect(fixed(role).text).toBe(role.replace('v1beta1', 'v1'));
  });

  test('a misspelt field first, then its value', () => {
    const { text, rules } = fixed(POD.replace('restartPolicy:   Always', 'restartpolicy:   always'));
    expect({ text, rules }).toEqual({ text: POD, rules: ['unknown-field', 'bad-value'] });
  });

  test('in JSON', () => {
    const json = '{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "a" },\n  "data": { "a": 1 }, "IMMUTABLE": "true" }\n';
    expect(fixed(json).text).toBe(json.replace('1 }', '"1" }').replace('"IMMUTABLE": "true"', '"immutable": true'));
  });

  test('with the line ends, the byte order mark and the document markers of the file', () => {
    const file = `\uFEFF%YAML 1.1\n---\n${POD}...\n---\n# end\n`.replaceAll('\n', '\r\n');
    expect(fixed(file.replace('containerPort: 8080', 'containerPort: "8080"')).text).toBe(file);
  });
});

test.each(['utf-16le', 'utf-16be'] as const)('a correction keeps %s, as `kubectl` reads it', (encoding) => {
  const bytes = (text: string) => Buffer.from(encodeText(`\uFEFF${text}`, encoding));
  writeFileSync(FILE, bytes(POD.replace('containerPort: 8080', 'containerPort: "8080"')));
  const { files } = fixManifests([FILE]);
  writeFixes(files);
  expect(readFileSync(FILE).equals(bytes(POD))).toBe(true);
});

describe('no correction', () => {
  test.each([
    ['a value that several places share', "app: web }\n  annotations: { a: &port '8080', b: *port, c: 1 }", 'app: web }'],
    ['a number in base64', 'kind: Secret\nmetadata: { name: a }\ndata: { port: 5432 }\n---\napiVersion: v1\nkind: Pod', 'kind: Pod'],
    ['a field whose right name is there', 'restartPolicy: Never\n  restartpolicy:', 'restartPolicy:'],
    ['a suffix with two meanings', '64MB', '64Mi'],
    ['an octal number in quotes', 'containerPort: "08080"', 'containerPort: 8080'],
    ['equal keys with different values', 'protocol: TCP\n          protocol: UDP', 'protocol: TCP'],
    ['an equal key with a comment', 'protocol: TCP\n          protocol: TCP # why', 'protocol: TCP'],
    ['a word that is another one', 'restartPolicy:   Alwys', 'restartPolicy:   Always'],
  ])('%s', (_title, broken, from) => {
    const text = POD.replace(from, broken);
    expect(text).not.toBe(POD);
    writeFileSync(FILE, text);
    const { answer, files } = fixManifests([FILE]);
    expect({ files, found: answer.findings.some(({ severity }) => severity === 'error') }).toEqual({ files: [], found: true });
  });

  test('of a suppressed finding', () => {
    const text = POD.replace('name: web\n', 'name: web\n  annotations: { sizing-blueprints/ignore: "wrong-type: a test" }\n');
    writeFileSync(FILE, text.replace("'8080'", '8080'));
    expect(fixManifests([FILE]).files).toEqual([]);
  });

  test('of a version whose fields are different', () => {
    writeFileSync(FILE, 'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: { name: a }\nspec: {}\n');
    expect(fixManifests([FILE]).files).toEqual([]);
  });
});

test('a file that changes between the check and the correction is not written', () => {
  writeFileSync(FILE, POD.replace("'8080'", '8080'));
  const { files } = fixManifests([FILE]);
  writeFileSync(FILE, POD);
  expect(() => writeFixes(files)).toThrow(/changed while it was checked/);
  expect(readFileSync(FILE, 'utf8')).toBe(POD);
});

test('every version that a correction writes has the kind', () => {
  const replaced = API_CHANGES.flatMap(({ sameIn, kinds }) => (sameIn === undefined ? [] : kinds.map((kind) => [sameIn, kind] as const)));
  expect(replaced.length).toBeGreaterThanOrEqual(15);
  expect(replaced.filter(([version, kind]) => kindOf(version, kind) === undefined)).toEqual([]);
});

/** Places of valid manifests that can be broken so that one correction is right. */
const BREAKABLE =
  /(?<=(?:replicas|containerPort|minReplicas|maxReplicas|failureThreshold): )\d+(?=[ ,\r\n])|(?<=type: )(?:LoadBalancer|RuntimeDefault|Recreate|RollingUpdate|Utilization)\b|(?<=protocol: )(?:TCP|UDP)\b|(?<=memory: )\d+Mi\b/g;

/** A document with aliases is not corrected. */
const FILES = VALID_FILES.filter((file) => !/[:[,] *\*\w/.test(validText(file)));

const isNumber = (text: string) => /^\d+$/.test(text);

test('the corrections of broken valid manifests are the valid manifests, byte for byte', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FILES), fc.infiniteStream(fc.boolean()), fc.boolean(), (file, choices, hasCrlf) => {
      const valid = hasCrlf ? validText(file).replaceAll('\n', '\r\n') : validText(file);
      const broken = valid.replace(BREAKABLE, (text) => {
        if (choices.next().value !== true) return text;
        return isNumber(text) ? `"${text}"` : text.toLowerCase();
      });
      return fixed(broken).text === valid;
    }),
    { numRuns: 30 },
  );
});
