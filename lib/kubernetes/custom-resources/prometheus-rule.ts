import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { StringMap } from './shared-types';

/** Fields of a PrometheusRule of the Prometheus Operator that the charts set: the content of a Prometheus rules file. */
export interface PrometheusRuleSpec {
  /** Groups of rules, which are evaluated together. */
  readonly groups: readonly {
    /** Name of the group. */
    readonly name: string;
    /** Alerting rules. */
    readonly rules: readonly {
      /** Name of the alert. */
      readonly alert: string;
      /** PromQL expression: the alert fires for each series that it returns. */
      readonly expr: string;
      /** How long the expression must return the series first, such as `5m`. Default: fires at once. */
      readonly for?: string;
      /** Labels that are added to the alert. */
      readonly labels: StringMap;
      /** Summary and description of the alert. */
      readonly annotations: StringMap;
    }[];
  }[];
}

/** Alerting rules for Prometheus. */
export class PrometheusRule extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: PrometheusRuleSpec },
  ) {
    super(scope, id, { apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata, spec });
  }
}
