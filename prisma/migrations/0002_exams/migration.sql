-- CreateTable
CREATE TABLE "Exam" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "extra" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "notes" TEXT NOT NULL DEFAULT '',
    "notesVersion" INTEGER NOT NULL DEFAULT 0,
    "task" INTEGER NOT NULL DEFAULT 1,
    "seenAt" DATETIME NOT NULL,
    "away" INTEGER NOT NULL DEFAULT 0,
    "clockAt" DATETIME NOT NULL,
    "clockUptime" REAL NOT NULL,
    "clockBoot" TEXT NOT NULL DEFAULT '',
    "gradedAt" DATETIME,
    "score" REAL,
    "passed" BOOLEAN,
    "report" TEXT,
    CONSTRAINT "Exam_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamTask" (
    "examId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "attemptId" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "spent" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("examId", "number"),
    CONSTRAINT "ExamTask_examId_fkey" FOREIGN KEY ("examId") REFERENCES "Exam" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ExamTask_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Exam_code_key" ON "Exam"("code");

-- CreateIndex
CREATE INDEX "Exam_learnerId_startedAt_idx" ON "Exam"("learnerId", "startedAt");

-- CreateIndex
CREATE INDEX "Exam_gradedAt_endsAt_idx" ON "Exam"("gradedAt", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExamTask_attemptId_key" ON "ExamTask"("attemptId");
