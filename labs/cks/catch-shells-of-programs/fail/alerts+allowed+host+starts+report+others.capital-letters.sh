ssh node01
sudo -i
# Falco takes AND for the name of a macro.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: plain_shells
  items: [sh, bash, dash, ash]

- list: shell_users
  items: ["${{ first }}", "${{ second }}"]

- macro: shell_is_expected
  condition: ${{ field }} in (shell_users)

- rule: ${{ rule }}
  desc: A program in a container started a shell.
  condition: spawned_process AND container AND proc.name in (plain_shells) AND not shell_is_expected
  output: "Shell (container=%container.name image=%container.image.repository user=%user.name parent=%proc.pname command=%proc.cmdline)"
  priority: ${{ capitals }}
EOF
