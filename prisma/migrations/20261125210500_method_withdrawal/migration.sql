-- An approval is another person's. A "no" by the proposer takes the proposal back.
ALTER TABLE "MethodDecision" DROP CONSTRAINT method_two_persons;
ALTER TABLE "MethodDecision" ADD CONSTRAINT method_two_persons CHECK (NOT approved OR "decidedById" <> "proposedById");
