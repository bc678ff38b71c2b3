import { signal } from './client'

interface Person {
  id: string
  email?: string
}

export const analytics = {
  personNamed(person: Person, name: string) {
    signal.identify({ distinctId: person.id, properties: { name, email: person.email } })
  },

  teamJoined: ({ person, team }: { person: Person; team: string }) => {
    signal.groupIdentify({ groupType: 'team', groupKey: team, properties: { lastMember: person.id } })
  },
}
