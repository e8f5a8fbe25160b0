import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Options of a server with a certificate in a folder: MariaDB 11.4 of the manifests generates its own, and Debian's 10.11 does not. */
export function ownCertificate(folder: string): string[] {
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name));
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=database', '-days', '2'];
  const { status, stderr } = spawnSync('openssl', [...asked, '-keyout', `${key}`, '-out', `${certificate}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return [`--ssl-key=${key}`, `--ssl-cert=${certificate}`];
}
