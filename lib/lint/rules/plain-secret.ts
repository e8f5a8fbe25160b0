import { shown } from '../../core/problems';
import type { ManifestObject, Path } from '../../manifests/manifest-object';
import { itemsOf, stringAt, stringsAt } from '../../manifests/values';
import type { LintContext } from '../lint-context';
import type { Rule } from '../rule';

export const plainSecret: Rule = {
  id: 'plain-secret',
  severity: 'warning',
  set: 'security',
  description: 'Environment variable or ConfigMap contains a secret in plain text',
  fix: 'Store it in a Secret, and use valueFrom.secretKeyRef, or mount the Secret as a file',
  citation: 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  *check(context) {
    for (const { object, path, name, text } of textsIn(context)) {
      if (isSecret(name, text)) yield { object, path, received: `a value of ${shown(name)}`, expected: 'a value in a Secret' };
    }
  },
};

interface NamedText {
  readonly object: ManifestObject;
  readonly path: Path;
  readonly name: string;
  readonly text: string;
}

function* textsIn({ workloads, ofKind }: LintContext): Generator<NamedText> {
  for (const { object, containers } of workloads) {
    for (const container of containers) {
      for (const { value, path } of itemsOf(container, 'env'))
        yield { object, path: [...path, 'value'], name: stringAt(value, 'name') ?? '', text: stringAt(value, 'value') ?? '' };
    }
  }
  for (const object of ofKind('ConfigMap')) {
    for (const [name, text] of Object.entries(stringsAt(object.raw, 'data'))) yield { object, path: ['data', name], name, text };
  }
}

function isSecret(name: string, text: string): boolean {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return true;
  // A reference to another variable, a file with several lines, or a path is no secret.
  return SECRET.test(name) && !PLACE.test(name) && text.trim() !== '' && !/\$\(|\$\{|\n./.test(text) && !text.startsWith('/');
}

const SECRET = /(?:^|[_.-])(?:PASSWORD|PASSWD|SECRET|TOKEN|API[_.-]?KEY|PRIVATE[_.-]?KEY|CREDENTIALS)(?:[_.-]|$)/i;

/** Names of the location of a secret, or of a setting for its use. */
const PLACE = /[_.-](?:FILE|PATH|NAME|URL|URI|ENABLED|TTL|LENGTH|EXPIRY|EXPIRATION|ISSUER|HEADER)$/i;
