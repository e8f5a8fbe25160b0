import { Annotations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { blueprintFor } from '../answers/blueprint-for';
import { chartObjects } from '../answers/chart-objects';
import { clusterAccessWarnings } from '../answers/cluster-access';
import { entryWarnings } from '../answers/entry-warnings';
import { missingImageErrors, placeholderWarnings, unknownImageProblems } from '../answers/service-images';
import { loadSystem } from '../answers/system-reference';
import { BlueprintStack } from '../aws/blueprint-stack';
import type { ContainerImages } from '../aws/ecs/container-images';
import type { EksPlatformProps } from '../aws/eks/eks-platform';
import { InputError, type Problem } from '../core/problems';
import type { TierId } from '../model/define-system';
import type { OptionsInput } from '../model/inputs';
import type { SystemDefinition } from '../model/tier-extension';
import { answerWarningText } from '../output/answer-warnings';

/** Properties of TierStack: the tier, its options, and images of its services. */
export interface TierStackProps<Definition extends SystemDefinition = SystemDefinition>
  extends OptionsInput,
    ContainerImages,
    Pick<EksPlatformProps, 'clusterAdmins'> {
  /** A system of your own, or an example such as `aiva` of `sizing-blueprints/tiers`. */
  readonly system: Definition;
  /** Id of one of its tiers; a misspelled id does not compile. */
  readonly tier: TierId<Definition>;
}

/**
 * A tier of a system as a stack in your own CDK app: `new TierStack(app, 'Chat', { system: aiva, tier: 'large' })`.
 * Options have the same defaults as in the command. Keep the construct id when you change the tier, so that the change is an
 * update of the same stack. For a tier in several regions, the other stacks are created in the same scope. Throws an
 * InputError with all problems of the system, the tier and the options.
 *
 * A service without an image has an error of the CDK, with which `cdk synth` and `cdk deploy` fail: a deployment never replaces a
 * running image by the placeholder, unless `imageTag` is `placeholder`, which has a warning. Tests and
 * estimates of the stack need no image, unless the app sets `@aws-cdk/core:failSynthOnValidationErrors`. An entry point without TLS has a warning too, and so has an EKS cluster without administrators.
 */
export class TierStack<const Definition extends SystemDefinition = SystemDefinition> extends BlueprintStack {
  constructor(scope: Construct, id: string, { system, tier, images, imageTag, clusterAdmins, ...options }: TierStackProps<Definition>) {
    const request = { system, tier, ...options };
    const blueprint = blueprintFor(request, { subject: id, otherKeys: ['images', 'imageTag', 'clusterAdmins'] });
    refuse(id, unknownImageProblems(loadSystem(system), { images }));
    super(scope, id, {
      blueprint,
      chartObjects,
      ...(clusterAdmins && { clusterAdmins }),
      ...(images && { images }),
      ...(imageTag !== undefined && { imageTag }),
    });
    const annotations = Annotations.of(this);
    const missing = missingImageErrors(this.blueprint, { imageTag, images });
    for (const text of missing) annotations.addError(text);
    if (missing.length === 0) {
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
  }
}

function refuse(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(subject, problems);
}
