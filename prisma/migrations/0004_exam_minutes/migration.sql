-- The minutes of all tasks lie in the exam's row, so that one statement gives them together with the time of the look.
ALTER TABLE "ExamTask" DROP COLUMN "spent";
ALTER TABLE "Exam" ADD COLUMN "spent" TEXT NOT NULL DEFAULT '{}';
