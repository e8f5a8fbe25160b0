import { is } from '../property-condition';
import { count, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const GEO = 'DistributionConfig.Restrictions.GeoRestriction';

export const cloudfrontGeoRestriction: Rule = {
  id: 'cloudfront-geo-restriction',
  severity: 'error',
  description: 'Geographic restriction of a distribution has no countries, or has countries without a restriction',
  fix: 'Set Locations with RestrictionType whitelist or blacklist only',
  citation: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GeoRestriction.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CloudFront::Distribution',
      when(is(`${GEO}.RestrictionType`, 'whitelist', 'blacklist'), required(`${GEO}.Locations`), count(`${GEO}.Locations`, { least: 1 })),
      when(is(`${GEO}.RestrictionType`, 'none'), count(`${GEO}.Locations`, { most: 0 })),
    ),
};
