// @file pages/api/socket.ts
import type { NextApiRequest, NextApiResponse } from 'next';
import { createClient } from '@supabase/supabase-js';
import { Server } from 'socket.io';
import { signal } from '@/lib/signal-server';

const supabase = createClient('a', 'b');

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  if (!res.socket.server.io) {
    const io = new Server(res.socket.server);
    io.on('connection', (socket) => {
      signal.capture({ distinctId: socket.id, event: 'connected' });
    });
    res.socket.server.io = io;
  }
  supabase
    .channel('orders')
    .on('postgres_changes', { event: '*' }, (payload) => {
      signal.capture({ distinctId: payload.new.id, event: 'changed' });
    })
    .subscribe();
  supabase.auth.onAuthStateChange((event, session) => {
    signal.capture({ distinctId: session?.user.id ?? '', event });
  });
  res.end();
}
