import { is } from '../property-condition';
import { absent, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const lambdaImageLayers: Rule = {
  id: 'lambda-image-layers',
  severity: 'error',
  description: 'Function of a container image has layers, which only ZIP archives have',
  fix: 'Build the content of the layers into the image',
  citation: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
  check: (context) => violationsOf(context, 'AWS::Lambda::Function', when(is('PackageType', 'Image'), absent('Layers'))),
};
