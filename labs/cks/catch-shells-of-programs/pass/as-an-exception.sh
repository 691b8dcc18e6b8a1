ssh node01
sudo -i
# What is expected stands apart from what is looked for. The file is one of its own, and macros follow the rule.
cat > /etc/falco/rules.d/10-shells.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A program in a container started a shell.
  condition: evt.type in (execveat, execve) and in_a_container and starts_a_shell
  output: "shell,%container.name,%container.image.repository,%user.name,%proc.pname,%proc.cmdline"
  priority: ${{ capitals }}
  tags: [container, mitre_execution]
  exceptions:
    - name: expected
      fields: [${{ field }}]
      comps: ["="]
      values:
        - [${{ first }}]
        - [${{ second }}]

- macro: in_a_container
  condition: (container.id exists and container.id != "host")

- macro: starts_a_shell
  condition: proc.name in (sh, bash, dash, ash)
EOF
