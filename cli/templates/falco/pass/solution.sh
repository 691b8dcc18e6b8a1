ssh node01
sudo tee -a /etc/falco/falco_rules.local.yaml > /dev/null <<'END'
- rule: Program in container
  desc: A program that belongs in no container starts in one.
  condition: spawned_process and container and proc.name = ${{ tool }}
  output: "%proc.cmdline starts in %container.name as %user.name"
  priority: WARNING
END
