/**
 * The host's last message to an engine: close your files and end. Said in a message because it is the one way
 * that works alike for a utility process, a Node child and every operating system.
 */
export const GOODBYE = 'engine.goodbye'
