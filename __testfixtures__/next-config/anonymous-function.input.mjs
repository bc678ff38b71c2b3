export default async function (phase, { defaultConfig }) {
  return { ...defaultConfig, poweredByHeader: false };
}
