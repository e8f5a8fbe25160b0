import { isPlainObject, own, type PlainObject } from '../../core/plain-object';
import { interpolatedText } from './values';

/** A mount of a service. Source: Compose specification, "volumes". */
interface Mount {
  /** Name of a volume, or path of the host. */
  readonly source: string;
  /** Whether the source is a path of the host. */
  readonly isHostPath: boolean;
  /** Whether the container only reads it. */
  readonly isReadOnly: boolean;
}

/** Folders of the host that belong to its operating system, such as `/etc/localtime` and the socket of Docker. */
const SYSTEM = /^\/(?:etc|dev|proc|sys|run|var\/run|lib|usr|tmp)(?:\/|$)/;

/** A file, such as `nginx.conf`: configuration, not data. */
const FILE = /\.[A-Za-z][\w-]*$/;

/**
 * The volumes and the folders of the host in which a service stores data: named volumes, and folders that it may write to. A service that
 * is built beside its Compose file mounts its source code as a folder, so its folders are not data.
 */
export function mountsNotRead(service: PlainObject): readonly string[] {
  const volumes = own(service, 'volumes');
  if (!Array.isArray(volumes)) return [];
  const isBuiltHere = own(service, 'build') !== undefined;
  return volumes.flatMap((volume: unknown) => {
    const mount = mountOf(volume);
    if (mount === undefined) return [];
    if (!mount.isHostPath) return `volume ${mount.source}`;
    const isData = !isBuiltHere && !mount.isReadOnly && !SYSTEM.test(mount.source) && !FILE.test(mount.source);
    return isData ? `host folder ${mount.source}` : [];
  });
}

/** Undefined for an anonymous volume, a `tmpfs`, and a source that only the environment knows. */
function mountOf(volume: unknown): Mount | undefined {
  if (!isPlainObject(volume)) {
    const [source = '', target, options = ''] = interpolatedText(volume).split(':');
    if (target === undefined || source === '') return undefined;
    return { source, isHostPath: /^[./~]/.test(source), isReadOnly: options.split(',').includes('ro') };
  }
  const source = interpolatedText(own(volume, 'source'));
  const type = own(volume, 'type');
  if (source === '' || (type !== 'volume' && type !== 'bind')) return undefined;
  return { source, isHostPath: type === 'bind', isReadOnly: own(volume, 'read_only') === true };
}
