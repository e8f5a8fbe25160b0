import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { type Problem, shown } from '../../core/problems';
import type { ComposeApplication, ComposeFile, ComposeService } from './application';
import { extendedServices } from './extended';
import { type Include, includesOf } from './includes';
import { mergedService } from './merged-service';

/** Longest chain of files that include each other. */
const MAX_CHAIN = 100;

/** Services and models of all Compose files of an application. */
export interface ComposeModel {
  /** The services by name. */
  readonly services: ReadonlyMap<string, ComposeService>;
  /** Names of the AI models. */
  readonly models: ReadonlySet<string>;
}

/** The services and models of an application: those of the file that the user named, and of all files that it includes. */
export function composeModel(application: ComposeApplication): ComposeModel {
  return modelOf([application.first], application.folder, { application, chain: [], known: new Map() });
}

interface Including {
  readonly application: ComposeApplication;
  /** The files that lead to this one, as real paths. */
  readonly chain: readonly string[];
  /** Models by the files and the folder of an entry, so that each is read once. */
  readonly known: Map<string, ComposeModel>;
}

/** Files of one application, of which each overrides those before it. Source: Compose specification, "Merge and override". */
function modelOf(files: readonly ComposeFile[], folder: string, including: Including): ComposeModel {
  const { problems } = including.application;
  const [first, ...others] = files.map((file) => modelOfFile(file, folder, including));
  return others.reduce((model, other) => overridden(model, other, problems), first ?? { services: new Map(), models: new Set() });
}

function overridden(model: ComposeModel, other: ComposeModel, problems: Problem[]): ComposeModel {
  const services = new Map(model.services);
  for (const [name, { fields, file }] of other.services) {
    const base = services.get(name);
    const path = `${file.prefix}services.${name}`;
    services.set(name, base === undefined ? { fields, file } : { ...base, fields: mergedService(base.fields, fields, path, problems) });
  }
  return { services, models: new Set([...model.models, ...other.models]) };
}

/** Included services come before `extends`, so that a service can extend them. */
function modelOfFile(file: ComposeFile, folder: string, including: Including): ComposeModel {
  const { application } = including;
  const found = new Map(Object.entries(servicesOf(file, application.problems)).map(([name, fields]) => [name, { fields, file }]));
  const models = new Set(Object.keys(section(file.fields, 'models')));
  for (const include of includesOf(file, folder, application)) {
    const model = includedModel(include, { ...including, chain: [...including.chain, file.realPath] });
    for (const name of model.models) models.add(name);
    for (const [name, service] of model.services) {
      const other = found.get(name);
      if (other !== undefined && JSON.stringify(other.fields) !== JSON.stringify(service.fields)) {
        application.problems.push(conflict(include, name, other.file, service.file));
      }
      found.set(name, other ?? service);
    }
  }
  return { services: extendedServices(found, { file, folder, application }), models };
}

/** Equal services, of a file that is included twice, are no conflict; others are not merged. Source: Compose specification, "Include". */
function conflict({ path }: Include, name: string, one: ComposeFile, other: ComposeFile): Problem {
  return {
    path,
    reason:
      one === other
        ? `${one.path} is included twice with different overrides of the service ${name}`
        : `${one.path} and ${other.path} define the service ${name}`,
    expected: 'each service in one file, or the output of `docker compose config`',
  };
}

function includedModel({ files, folder, path }: Include, including: Including): ComposeModel {
  const { application, chain, known } = including;
  const none: ComposeModel = { services: new Map(), models: new Set() };
  const repeated = files.find(({ realPath }) => chain.includes(realPath));
  if (repeated !== undefined || chain.length > MAX_CHAIN) {
    const reason = repeated === undefined ? `more than ${MAX_CHAIN} files include each other` : `${repeated.path} includes itself`;
    application.problems.push({ path, reason, expected: 'files that do not include each other' });
    return none;
  }
  const key = JSON.stringify([folder, ...files.map(({ realPath }) => realPath)]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const model = modelOf(files, folder, including);
  known.set(key, model);
  return model;
}

/** The services of a file as they are written. */
function servicesOf(file: ComposeFile, problems: Problem[]): PlainObject {
  const services = own(file.fields, 'services');
  if (services !== undefined && services !== null && !isPlainObject(services)) {
    problems.push({ path: `${file.prefix}services`, received: shown(services), expected: 'the services of a Compose file, by name' });
  }
  return section(file.fields, 'services');
}
