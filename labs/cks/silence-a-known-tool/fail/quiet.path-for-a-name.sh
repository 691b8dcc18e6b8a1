ssh node01
sudo -i
# proc.name is the name of a program, not its path.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [/opt/tools/${{ tool1 }}, ${{ place1 }}]
        - [/opt/tools/${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append
EOF
