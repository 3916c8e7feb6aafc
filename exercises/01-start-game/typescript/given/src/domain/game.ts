/** A game of Connect Four: the aggregate of this tutorial. */
export class Game {
  // Step 1.2 begins here.
}
