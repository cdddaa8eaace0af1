/** The programmes that come with Aidflow. A folder holds a programme as its authors write it. */
export const programmeFolders: Record<string, URL> = {
  'annual-inspection': new URL('../annual-inspection/', import.meta.url),
  apprenticeship: new URL('../apprenticeship/', import.meta.url),
  canteen: new URL('../canteen/', import.meta.url),
  'care-facility': new URL('../care-facility/', import.meta.url),
  dibao: new URL('../dibao/', import.meta.url),
  'fraud-referral': new URL('../fraud-referral/', import.meta.url),
  internship: new URL('../internship/', import.meta.url),
  recruitment: new URL('../recruitment/', import.meta.url),
  'startup-loan': new URL('../startup-loan/', import.meta.url),
  'village-rules': new URL('../village-rules/', import.meta.url),
  visits: new URL('../visits/', import.meta.url),
};
