import type { ManifestObject } from './manifest-object';
import { stringAt } from './values';

/** Controller of an IngressClass of the AWS Load Balancer Controller, and the usual name of such a class. */
const ALB = { controller: 'ingress.k8s.aws/alb', className: 'alb' } as const;

/** The class that an Ingress states, by its field or by the older annotation; undefined where the cluster decides. */
export function ingressClassOf({ raw }: ManifestObject): string | undefined {
  return stringAt(raw, 'spec', 'ingressClassName') ?? stringAt(raw, 'metadata', 'annotations', 'kubernetes.io/ingress.class');
}

/** Whether the AWS Load Balancer Controller serves a class, by its IngressClass; without one in the input, by its name. */
export function isAlbClass(className: string, ingressClass: ManifestObject | undefined): boolean {
  if (ingressClass === undefined) return className === ALB.className;
  return stringAt(ingressClass.raw, 'spec', 'controller') === ALB.controller;
}
