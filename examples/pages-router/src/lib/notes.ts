export type Note = { id: string; title: string; body: string; shared: boolean }

const notes = new Map<string, Note>([
  ['welcome', { id: 'welcome', title: 'Welcome', body: 'Write something.', shared: true }],
  ['todo', { id: 'todo', title: 'To do', body: 'Water the plants.', shared: false }],
])

export const listNotes = () => [...notes.values()]

export const findNote = (id: string) => notes.get(id)

export function saveNote(note: Omit<Note, 'id'>): Note {
  const saved = { ...note, id: `n${notes.size + 1}` }
  notes.set(saved.id, saved)
  return saved
}

export const deleteNote = (id: string) => notes.delete(id)
