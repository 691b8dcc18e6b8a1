ssh node01
sudo -i
cat >> /etc/falco/falco_rules.local.yaml <<'END'
- list: unwanted
  items: [${{ tool }}]

- rule: Program in container
  desc: A program that belongs in no container starts in one.
  condition: >
    evt.type in (execve, execveat) and container.id != host
    and proc.name in (unwanted)
  output: user=%user.name container=%container.name
  priority: warning
END
