import { Deployment } from '../model/environment-file';
import { parseInput } from '../model/parse';

/** The keys of a deployment that are no options of a tier. */
export const DEPLOYMENT_KEYS: readonly string[] = Object.keys(Deployment.shape);

/** The images and the access of a deployment, among the keys of a request. Throws an InputError with every problem. */
export function deploymentOf(request: Readonly<Record<string, unknown>>, subject: string): Deployment {
  const own = Object.entries(request).filter(([key]) => DEPLOYMENT_KEYS.includes(key));
  return parseInput(Deployment, Object.fromEntries(own), subject);
}
