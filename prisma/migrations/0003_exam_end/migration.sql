-- AlterTable
ALTER TABLE "Exam" ADD COLUMN "closedAt" DATETIME;
ALTER TABLE "Exam" ADD COLUMN "present" BOOLEAN NOT NULL DEFAULT true;

-- One exam of a learner runs at a time, whichever processes begin it. Prisma's schema cannot say so.
CREATE UNIQUE INDEX "Exam_learnerId_open_key" ON "Exam"("learnerId") WHERE "closedAt" IS NULL;

-- A closed exam takes no step: what is graded is exactly what was acknowledged, whichever process stores it.
CREATE TRIGGER "Step_after_exam" BEFORE INSERT ON "Step"
WHEN EXISTS (
    SELECT 1 FROM "ExamTask" JOIN "Exam" ON "Exam"."id" = "ExamTask"."examId"
    WHERE "ExamTask"."attemptId" = NEW."attemptId" AND "Exam"."closedAt" IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'exam is over');
END;
