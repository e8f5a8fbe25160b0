import { Annotations, Token } from 'aws-cdk-lib';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { PublicSubnets } from '../answers/answer-warning';
import { chartObjects } from '../answers/chart-objects';
import { clusterAccessWarnings } from '../answers/cluster-access';
import { entryWarnings } from '../answers/entry-warnings';
import { missingImagesOf, placeholderWarnings } from '../answers/service-images';
import { BlueprintStack } from '../aws/blueprint-stack';
import { mayRefuseNodes } from '../aws/network/network-place';
import {
  type CacheParts,
  type DatabaseParts,
  type DocumentStoreParts,
  type NodePoolParts,
  onlyPart,
  type Parts,
  type ServiceParts,
} from '../aws/stack-parts';
import type { SystemDefinition } from '../model/tier-extension';
import { answerWarningText } from '../output/answer-warnings';
import { missingImagesText } from '../output/missing-images';
import { type StackRequest, stackRequest, type TierStackProps } from './tier-stack-props';
import type { ComponentId, LoadBalancers, ServiceId } from './typed-parts';

/** Properties that annotations of the stack are about. */
type AnnotatedProps = Pick<TierStackProps, 'imageTag' | 'clusterAdmins' | 'vpc'> & Pick<StackRequest, 'images'>;

/**
 * A tier of a system as a stack in your own CDK app: `new TierStack(app, 'Chat', { system: aiva, tier: 'large' })`.
 * Options have the same defaults as in the command. Keep the construct id when you change the tier, so that the change is an
 * update of the same stack. For a tier in several regions, the other stacks are created in the same scope. Throws an
 * InputError with all problems of the system, the tier and the options.
 *
 * The resources of its components are reachable by component id, to grant, to alarm and to extend:
 * `stack.services.api.role`, `stack.database.instance`, `stack.loadBalancers.entry`. The ids are typed if `defineSystem` types the
 * system. An id that the tier does not have throws an InputError with the ids that it has; `'worker' in stack.services` is a test.
 *
 * A service without an image has an error of the CDK, with which `cdk synth` and `cdk deploy` fail: a deployment never replaces a
 * running image by the placeholder, unless `imageTag` is `placeholder`, which has a warning. Tests and
 * estimates of the stack need no image, unless the app sets `@aws-cdk/core:failSynthOnValidationErrors`. An entry point without TLS has a warning too, and so has an EKS cluster without administrators.
 */
export class TierStack<const Definition extends SystemDefinition = SystemDefinition> extends BlueprintStack {
  /** Services on ECS by component id. */
  readonly services: Parts<ServiceId<Definition>, ServiceParts>;
  /** Node pools on ECS by component id. */
  readonly nodePools: Parts<ComponentId<Definition, 'node-pool'>, NodePoolParts>;
  /** Databases on RDS by component id. */
  readonly databases: Parts<ComponentId<Definition, 'database'>, DatabaseParts>;
  /** Caches on ElastiCache by component id. */
  readonly caches: Parts<ComponentId<Definition, 'cache'>, CacheParts>;
  /** Document stores on DocumentDB by component id. */
  readonly documentStores: Parts<ComponentId<Definition, 'document-store'>, DocumentStoreParts>;
  /** Load balancers on ECS by component id. */
  readonly loadBalancers: LoadBalancers<Definition>;
  /** Buckets by component id. */
  readonly buckets: Parts<ComponentId<Definition, 'bucket'>, s3.IBucket>;
  /** Queues on SQS by component id. */
  readonly queues: Parts<ComponentId<Definition, 'queue'>, sqs.Queue>;
  /** CloudFront distributions by component id. */
  readonly cdns: Parts<ComponentId<Definition, 'cdn'>, cloudfront.Distribution>;

  constructor(scope: Construct, id: string, props: TierStackProps<Definition>) {
    const { imageTag, clusterAdmins } = props;
    const { blueprint, settings, existing, images } = stackRequest(id, props);
    super(scope, id, {
      ...settings,
      ...existing,
      blueprint,
      chartObjects,
      ...(clusterAdmins && { clusterAdmins }),
      images,
      ...(imageTag !== undefined && { imageTag }),
    });
    const { parts } = this;
    this.services = parts.services;
    this.nodePools = parts.nodePools;
    this.databases = parts.databases;
    this.caches = parts.caches;
    this.documentStores = parts.documentStores;
    this.loadBalancers = parts.loadBalancers as LoadBalancers<Definition>;
    this.buckets = parts.buckets;
    this.queues = parts.queues;
    this.cdns = parts.cdns;
    this.annotate({ ...props, images });
  }

  /** The database of a tier with one on RDS. Throws an InputError for other tiers; see `databases`. */
  get database(): DatabaseParts {
    return onlyPart(this.node.id, 'databases', this.parts.databases);
  }

  /** The cache of a tier with one on ElastiCache. Throws an InputError for other tiers; see `caches`. */
  get cache(): CacheParts {
    return onlyPart(this.node.id, 'caches', this.parts.caches);
  }

  /** The VPC that the components are in: the `vpc` of the properties, or one of the stack. */
  get vpc(): ec2.IVpc {
    return this.network.vpc;
  }

  private annotate({ images, imageTag, clusterAdmins, vpc }: AnnotatedProps): void {
    const annotations = Annotations.of(this);
    const missing = missingImagesOf(this.blueprint, { imageTag, images });
    if (missing !== undefined) {
      annotations.addError(missingImagesText(missing));
    } else {
      for (const warning of placeholderWarnings(this.blueprint, { imageTag, images })) {
        annotations.addWarningV2('sizing-blueprints:placeholder-image', answerWarningText(warning));
      }
    }
    for (const warning of entryWarnings(this.blueprint)) {
      annotations.addWarningV2('sizing-blueprints:plain-http', answerWarningText(warning));
    }
    for (const warning of clusterAccessWarnings(this.blueprint, { clusterAdmins })) {
      annotations.addWarningV2('sizing-blueprints:cluster-access', answerWarningText(warning));
    }
    if (vpc !== undefined && this.blueprint.options.platform === 'eks' && mayRefuseNodes(vpc)) {
      annotations.addWarningV2(
        'sizing-blueprints:public-nodes',
        answerWarningText({ kind: 'nodes-in-public-subnets', ...this.publicSubnetsOf(vpc) }),
      );
    }
    if (vpc !== undefined) {
      annotations.addInfo(answerWarningText({ kind: 'existing-vpc-excluded' }));
    }
  }

  private publicSubnetsOf({ publicSubnets, vpcId }: ec2.IVpc): PublicSubnets {
    const subnetIds = publicSubnets.map(({ subnetId }) => subnetId);
    return {
      region: this.blueprint.options.region,
      ...(!subnetIds.some((id) => Token.isUnresolved(id)) && { subnetIds }),
      ...(!Token.isUnresolved(vpcId) && { vpcId }),
    };
  }
}
