import type { SignalModule } from '../analysis/find-signal-module.js';
import type { ProviderSite } from '../analysis/provider/find-provider.js';
import type { Evidence } from '../project/model.js';
import { positionAt } from '../source/positions.js';
import type { Inspection } from './inspect.js';

/** What was concluded about the project, its Signal module and its provider, each with what it rests on. */
export function evidenceOf(inspection: Inspection): Evidence[] {
  const { project, signalModule, mounts, host } = inspection;
  const textOf = ({ path }: ProviderSite): string => host.text(path) ?? '';
  const provider = [
    ...mounts.mounted.map((site) => providerEvidence(site, textOf(site))),
    ...mounts.idle.map(({ site }) => ({
      fact: 'provider',
      value: placeOf(site, textOf(site)),
      because: 'no page, layout or _app renders it',
    })),
  ];
  return [
    ...project.evidence,
    moduleEvidence(signalModule),
    ...(provider.length > 0
      ? provider
      : [{ fact: 'provider', value: 'none', because: 'no file renders SignalNextProvider' }]),
  ];
}

function moduleEvidence(signalModule: SignalModule): Evidence {
  const fact = 'Signal module';
  const { path } = signalModule;
  if (signalModule.kind === 'absent') {
    const because = signalModule.clientElsewhere
      ? 'the Signal client is built where getSessionInfo cannot be'
      : 'no file builds a Signal client';
    return { fact, value: `none yet; ${path} is to be`, because };
  }
  const { clients, reader } = signalModule.facts;
  const builds = clients.length > 0 ? 'it builds the Signal client' : 'it is where init generates it';
  switch (reader.kind) {
    case 'complete':
      return { fact, value: path, because: `${builds} and reads the session from a request` };
    case 'narrow':
      return { fact, value: path, because: `${builds}, and ${reader.name} reads some requests` };
    case 'none':
      return { fact, value: path, because: `${builds}; it reads no session yet` };
  }
}

function placeOf({ path, start }: ProviderSite, text: string): string {
  return `${path}:${positionAt(text, start).line}`;
}

function providerEvidence(site: ProviderSite, text: string): Evidence {
  const because = {
    enabled: 'it sets addTracingHeaders',
    dynamic: 'it computes addTracingHeaders',
    missing: 'it does not set addTracingHeaders',
    disabled: 'it switches addTracingHeaders off',
    unfollowable: 'its options cannot be followed',
  }[site.option.kind];
  return { fact: 'provider', value: placeOf(site, text), because };
}
